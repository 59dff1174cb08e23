import type { Funding } from "../../funding/funding.ts";
import type { Amount, FinancementParBases, FinancementParcours, ForfaitAnnuel, Totaux } from "../../funding/index.ts";
import { reference } from "../../legal/index.ts";
import { toEuros } from "../../words/money.ts";
import { formulaText, mainAmounts, mainAmountsOfBases, stepsOf } from "./step.ts";

/** `cpro/funding/1`: amounts in euros; every contract year and every component, also when 0. */
export function fundingJson(funding: Funding): string {
  return documentJson(funding, { contrat: parcoursJson, autre: autreJson });
}

/** The same document, each parcours with the tree of its amounts under `explication`. */
export function explainedJson(funding: Funding): string {
  const expliquer = (json: object, amounts: readonly Amount[]): object => ({ ...json, explication: amounts.map(stepJson) });
  return documentJson(funding, {
    contrat: (parcours) => expliquer(parcoursJson(parcours), mainAmounts(parcours)),
    autre: (parcours) => expliquer(autreJson(parcours), mainAmountsOfBases(parcours)),
  });
}

interface Ecrivains {
  contrat: (parcours: FinancementParcours) => object;
  autre: (parcours: FinancementParBases) => object;
}

function documentJson({ lecture, date, parcours, autres, ensemble }: Funding, { contrat, autre }: Ecrivains): string {
  const tous = [...parcours.map(contrat), ...autres.map(autre)];
  const document = { format: "cpro/funding/1", lecture, date, parcours: tous, totaux: totauxJson(ensemble) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function stepJson(amount: Amount): object {
  const { label, references } = amount;
  const [formule, parts] = [formulaText(amount), stepsOf(amount)];
  return {
    libelle: label,
    montant: euros(amount),
    ...(formule === "" ? {} : { formule }),
    ...(references.length === 0 ? {} : { references: references.map(reference) }),
    ...(parts.length === 0 ? {} : { parts: parts.map(stepJson) }),
  };
}

function parcoursJson(parcours: FinancementParcours): object {
  const { identifiant, fiche, opco, motifs } = parcours;
  return {
    identifiant,
    fiche,
    opco,
    eligible: motifs.length === 0,
    motifs,
    cout_reel: euros(parcours.coutReel),
    annees: parcours.annees.map(anneeJson),
    forfait_brut: euros(parcours.forfaitBrut),
    financements_publics: euros(parcours.financementsPublics),
    forfait: euros(parcours.forfait),
    complement: euros(parcours.complement),
    reste_a_charge: euros(parcours.resteACharge),
    refinancable: euros(parcours.refinancable),
    verse: euros(parcours.verse),
    avance_tresorerie: euros(parcours.avanceTresorerie),
    a_rendre: toEuros(parcours.aRendre),
    ...(parcours.montantAccepte === undefined ? {} : { montant_accepte: toEuros(parcours.montantAccepte) }),
  };
}

/** Nothing goes by year: what each base comes to, who pays it, and what is to be known first. */
function autreJson(parcours: FinancementParBases): object {
  const { identifiant, dispositif, fiche = null, opco = null, motifs, bases, manques, coutStructure } = parcours;
  return {
    identifiant,
    dispositif,
    fiche,
    opco,
    eligible: motifs.length === 0,
    motifs,
    cout_reel: euros(parcours.coutReel),
    annees: [],
    bases: bases.map(({ id, montant, payePar }) => ({ id, montant: euros(montant), paye_par: payePar })),
    manques,
    financements_publics: euros(parcours.financementsPublics),
    forfait: euros(parcours.forfait),
    complement: euros(parcours.complement),
    reste_a_charge: euros(parcours.resteACharge),
    verse: euros(parcours.verse),
    avance_tresorerie: euros(parcours.avanceTresorerie),
    a_rendre: toEuros(parcours.aRendre),
    cout_structure: coutStructure === undefined ? null : toEuros(coutStructure),
  };
}

function anneeJson({ annee, debut, fin, mois, composantes, plafond, forfaitBrut, deduction, forfait }: ForfaitAnnuel): object {
  const ofEach = Object.entries(composantes).map(([nom, { depense, plafond: ceiling, retenu }]) => [
    nom,
    { depense: euros(depense), plafond: euros(ceiling), retenu: euros(retenu) },
  ]);
  return {
    annee,
    debut,
    fin,
    mois,
    composantes: Object.fromEntries(ofEach),
    plafond: euros(plafond),
    forfait_brut: euros(forfaitBrut),
    deduction_publique: euros(deduction),
    forfait: euros(forfait),
  };
}

function totauxJson(totaux: Totaux): object {
  const { parcours, eligibles, coutReel, forfait, complement, resteACharge, tropPercu, verse, aRendre } = totaux;
  return {
    parcours,
    eligibles,
    cout_reel: toEuros(coutReel),
    forfait: toEuros(forfait),
    complement: toEuros(complement),
    reste_a_charge: toEuros(resteACharge),
    trop_percu: toEuros(tropPercu),
    verse: toEuros(verse),
    a_rendre: toEuros(aRendre),
  };
}

function euros({ cents }: Amount): number {
  return toEuros(cents);
}
