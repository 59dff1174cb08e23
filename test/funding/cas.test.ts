import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Amount, computePaiements, type FinancementParcours, type ForfaitAnnuel, type NomLecture } from "../../src/funding/index.ts";
import type { ReferenceId } from "../../src/legal/index.ts";
import { toEuros } from "../../src/words/money.ts";
import { type Contrat, financer, financerTous } from "./contrat.ts";

interface AnneeAttendue {
  debut?: string;
  fin?: string;
  mois?: number;
  plafond?: number;
  depense?: Record<string, number>;
  plafonds?: Record<string, number>;
  retenu?: Record<string, number>;
  somme?: number;
  forfait_brut?: number;
  deduction?: number;
  forfait?: number;
}

/** Amounts by calendar year, by month, by thing to do. */
interface Suivi {
  engagement?: Record<string, number>;
  echeancier?: Record<string, { du: number; verse?: number; reste_du: number; verse_d_avance?: number }>;
  a_faire?: { genre: string; montant: number }[];
}

interface Cas {
  titre: string;
  lecture?: NomLecture;
  contrat: Contrat;
  depenses: NonNullable<Contrat["depenses"]>;
  publics?: NonNullable<Contrat["publics"]>;
  complement?: number;
  versements?: NonNullable<Contrat["versements"]>;
  attendu: { annees?: AnneeAttendue[]; forfait: number; complement?: number; reste_a_charge?: number; refinancable?: number } & Suivi;
  articles: ReferenceId[];
}

const cas = parse(readFileSync(new URL("cas.yaml", import.meta.url), "utf8")) as Cas[];

describe("les cas chiffrés à la main", () => {
  it.each(cas)(
    "$titre",
    ({ contrat, depenses, publics = [], complement, versements = [], lecture = "cahier_des_charges", attendu, articles }) => {
      const complet = { ...contrat, depenses, publics, versements, ...(complement === undefined ? {} : { complement }) };
      const parcours = financer(complet, { lecture });
      const { annees, engagement, echeancier, a_faire, ...montants } = attendu;
      expect(suivi(complet, lecture)).toMatchObject({
        ...(engagement && { engagement }),
        ...(echeancier && { echeancier }),
        ...(a_faire && { a_faire }),
      });
      expect(bilan(parcours)).toMatchObject(montants);
      if (annees !== undefined) {
        expect(parcours.annees).toHaveLength(annees.length);
        annees.forEach((annee, rang) => void expect(anneeLue(parcours.annees[rang])).toMatchObject(annee));
      }
      expect([...cited(parcours)]).toEqual(expect.arrayContaining(articles));
    },
  );
});

function suivi(contrat: Contrat, lecture: NomLecture): object {
  const { annees, mois, blocages } = computePaiements(financerTous([contrat], { lecture }));
  return {
    engagement: Object.fromEntries(annees.map(({ annee, forfait, complement }) => [annee, toEuros(forfait + complement)])),
    echeancier: Object.fromEntries(
      mois.map(({ mois: nom, du, verse, resteDu, verseDAvance }) => [
        nom,
        { du: toEuros(du), verse: toEuros(verse), reste_du: toEuros(resteDu), verse_d_avance: toEuros(verseDAvance) },
      ]),
    ),
    a_faire: blocages.filter(({ genre }) => genre === "trop_percu").map(({ genre, montant }) => ({ genre, montant: toEuros(montant) })),
  };
}

function bilan({ forfait, complement, resteACharge, refinancable }: FinancementParcours): object {
  return { forfait: euros(forfait), complement: euros(complement), reste_a_charge: euros(resteACharge), refinancable: euros(refinancable) };
}

function anneeLue(annee: ForfaitAnnuel | undefined): object {
  if (annee === undefined) return {};
  const of = (amount: "depense" | "plafond" | "retenu") =>
    Object.fromEntries(Object.entries(annee.composantes).map(([nom, montants]) => [nom, euros(montants[amount])]));
  return {
    debut: annee.debut,
    fin: annee.fin,
    mois: Number(annee.mois.toFixed(10)),
    plafond: euros(annee.plafond),
    depense: of("depense"),
    plafonds: of("plafond"),
    retenu: of("retenu"),
    somme: euros(annee.forfaitBrut.parts[0]),
    forfait_brut: euros(annee.forfaitBrut),
    deduction: euros(annee.deduction),
    forfait: euros(annee.forfait),
  };
}

function euros(amount: Amount | undefined): number | undefined {
  return amount === undefined ? undefined : toEuros(amount.cents);
}

/** The articles that an explanation of the parcours shows. */
function cited({ forfait, complement, refinancable }: FinancementParcours): Set<unknown> {
  const found = new Set<unknown>();
  const walk = ({ references, parts }: Amount): void => {
    for (const id of references) found.add(id);
    parts.forEach(walk);
  };
  [forfait, complement, refinancable].forEach(walk);
  return found;
}
