import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Amount, FinancementParcours, ForfaitAnnuel, NomLecture } from "../../src/funding/index.ts";
import type { ReferenceId } from "../../src/legal.ts";
import { toEuros } from "../../src/money.ts";
import { type Contrat, financer } from "./contrat.ts";

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

interface Cas {
  titre: string;
  lecture?: NomLecture;
  contrat: Contrat;
  depenses: NonNullable<Contrat["depenses"]>;
  publics?: NonNullable<Contrat["publics"]>;
  complement?: number;
  attendu: { annees?: AnneeAttendue[]; forfait: number; complement?: number; reste_a_charge?: number; refinancable?: number };
  articles: ReferenceId[];
}

const cas = parse(readFileSync(new URL("cas.yaml", import.meta.url), "utf8")) as Cas[];

describe("les cas chiffrés à la main", () => {
  it.each(cas)("$titre", ({ contrat, depenses, publics = [], complement, lecture = "cahier_des_charges", attendu, articles }) => {
    const parcours = financer({ ...contrat, depenses, publics, ...(complement === undefined ? {} : { complement }) }, { lecture });
    const { annees, ...montants } = attendu;
    expect(bilan(parcours)).toMatchObject(montants);
    if (annees !== undefined) {
      expect(parcours.annees).toHaveLength(annees.length);
      annees.forEach((annee, rang) => void expect(anneeLue(parcours.annees[rang])).toMatchObject(annee));
    }
    expect([...cited(parcours)]).toEqual(expect.arrayContaining(articles));
  });
});

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
function cited({ forfait, complement, refinancable }: FinancementParcours): Set<ReferenceId> {
  const found = new Set<ReferenceId>();
  const walk = ({ references, parts }: Amount): void => {
    for (const id of references) found.add(id);
    parts.forEach(walk);
  };
  [forfait, complement, refinancable].forEach(walk);
  return found;
}
