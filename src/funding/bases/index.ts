import { isRemplie } from "../../dispositif/conditions.ts";
import { estFinance, type Financement } from "../../dispositif/financement.ts";
import { droitDe, vueDuParcours } from "../../dispositif/parcours.ts";
import type { ParcoursBase, ParcoursDocument } from "../../dossier/load.ts";
import { type Day, LAST_DAY } from "../../words/dates.ts";
import { type Cents, toCents } from "../../words/money.ts";
import { type Amount, again, figure, least, lessLeast, minus, sum } from "../amount.ts";
import { CONTRAT_REFUSE, type Compte } from "../totaux.ts";
import { type Alentour, duDe, nombreA, parametreEnEuros } from "./base.ts";
import { basesPossibles, estDue, manquesPourChoisir } from "./choix.ts";
import { type Caisse, caisseDe, depensesDe, publicsDe, unitesDe } from "./comptes.ts";

/** What a base of a dispositif comes to for a parcours, and who pays it. */
export interface BaseDue {
  id: string;
  montant: Amount;
  payePar: string;
}

/** What a parcours costs and who pays it, where what is due does not go by contract year. */
export interface FinancementParBases extends Compte {
  identifiant: string;
  dispositif: string;
  libelle: string;
  /** Whether somebody pays the dispositif by the parcours. */
  isFinance: boolean;
  /** Those that may be due, in the order of the dispositif, due or not. */
  bases: readonly BaseDue[];
  /** What is to be known before more is due: « certificat absent », « taux à saisir ». */
  manques: readonly string[];
  financementsPublics: Amount;
  /** What stays with the structure, where its file says so. */
  coutStructure?: Cents;
}

/** Finances a parcours by the bases of its dispositif. `motifs`: the rules that make it ineligible. */
export function financerParBases(
  { data, modele: { dispositif, formes } }: ParcoursDocument<ParcoursBase>,
  { motifs, date }: { motifs: readonly string[]; date: Day },
): FinancementParBases {
  const financement: Financement = dispositif.financement === "aucun" ? { bases: [] } : dispositif.financement;
  const droit = droitDe(dispositif, data, date);
  const vue = vueDuParcours(data, LAST_DAY, dispositif, droit);
  const depenses = depensesDe(data);
  const publics = publicsDe(data);
  const alentour: Alentour = { dispositif, vue, droit, depenses };
  const possibles = basesPossibles(financement.bases, vue);
  const dus = possibles.map((base) => ({ base, ...(estDue(base, vue) ? duDe(base, alentour) : rienDe(base)) }));
  const sansPublics = plafonner(
    sum(
      "Dû",
      dus.map(({ montant }) => montant),
    ),
    financement,
    alentour,
  );
  const forfait = financement.publics === "deduits" ? moins(sansPublics, publics) : sansPublics;
  const coutReel = sum("Coût réel", [depenses, ...unitesDe(financement.bases, vue)]);
  const vueDuJour = vueDuParcours(data, date, dispositif, droit);
  const isRefuse = (dispositif.parcours.entree?.place_rendue ?? []).some((condition) => isRemplie(vueDuJour, condition));
  const caisse: Caisse = caisseDe(data, dispositif, date);
  const cout = financement.cout_structure === undefined ? undefined : nombreA(vue, financement.cout_structure);
  return {
    identifiant: data.identifiant,
    dispositif: dispositif.identifiant,
    libelle: dispositif.libelle,
    isFinance: estFinance(dispositif),
    ...(data.fiche === undefined ? {} : { fiche: data.fiche }),
    ...(data.opco === undefined ? {} : { opco: data.opco }),
    motifs: isRefuse ? [...motifs, CONTRAT_REFUSE] : motifs,
    bases: dus.map(({ base, montant }) => ({ id: base.id, montant, payePar: base.paye_par ?? "opco" })),
    manques: [
      ...new Set([...manquesPourChoisir(financement.bases, vue, formes.parcours.schema), ...dus.flatMap(({ manques }) => manques)]),
    ],
    coutReel,
    financementsPublics: publics,
    forfait,
    complement: figure("Complément", 0),
    resteACharge: sum("Reste à charge", [again(coutReel), minus(forfait), minus(publics)]),
    // Hours are paid at a price: what it leaves above the cost is nobody's to ask back.
    isAuPrix: possibles.some(({ type }) => type === "heures"),
    verse: caisse.verse,
    avanceTresorerie: caisse.avance,
    aRendre: isRefuse ? Math.max(0, caisse.verse.cents) : 0,
    ...(cout === undefined ? {} : { coutStructure: toCents(cout) }),
  };
}

function rienDe({ id, libelle = id }: { id: string; libelle?: string }): { montant: Amount; manques: readonly string[] } {
  return { montant: figure(libelle, 0), manques: [] };
}

function plafonner(du: Amount, { plafonds = [] }: Financement, alentour: Alentour): Amount {
  return plafonds.reduce((reste, { montant }) => {
    const plafond = parametreEnEuros(montant, alentour);
    return least("Dû", [reste, plafond]);
  }, du);
}

function moins(du: Amount, publics: Amount): Amount {
  return sum("Dû", [du, lessLeast("Financements publics déduits", [again(publics), again(du)])]);
}
