import type { Modele } from "../../dispositif/catalogue.ts";
import { jourNomme, referenceDe } from "../../dispositif/droit.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import { type Reference, reference } from "../../legal/index.ts";
import { champsDe } from "../../saisie/champs.ts";
import type { Severity } from "../../validate/diagnostic.ts";
import { reglesDe } from "../../validate/regles.ts";
import { type EtapeSheet, etapeSheet } from "./etape.ts";
import { type FinancementSheet, financementSheet } from "./financement.ts";

export type { EtapeSheet } from "./etape.ts";

/** What a list says of a dispositif. */
export interface DispositifResume extends Pick<Dispositif, "identifiant" | "libelle" | "description" | "sources" | "cadre"> {
  etapes: number;
  /** Those of the dossier at hand. */
  parcours: number;
}

/** A dispositif told in full. */
export interface DispositifSheet extends Omit<DispositifResume, "etapes"> {
  /** When one may enter; an end that is not known is absent. */
  en_vigueur: { du: string; au?: string } | null;
  acteurs: { id: string; libelle: string }[];
  phases: { id: string; libelle: string; references: Reference[] }[];
  etapes: EtapeSheet[];
  regles: { id: string; famille: string; gravite: Severity; resume: string; references: Reference[] }[];
  parametres: {
    nom: string;
    libelle: string;
    unite: string;
    valeurs: { du: string; valeur: number | string; references: Reference[] }[];
  }[];
  /** None: nobody pays it by the parcours. */
  financement: FinancementSheet | null;
  /** What its files hold, by path. */
  champs: { chemin: string; libelle: string; aide: string; obligatoire: boolean }[];
  tableaux: { id: string; titre: string }[];
}

export function resume({ dispositif }: Modele, parcours: number): DispositifResume {
  const { identifiant, libelle, description, sources, cadre } = dispositif;
  return { identifiant, libelle, description, sources, cadre, etapes: dispositif.parcours.etapes.length, parcours };
}

export function dispositifSheet(modele: Modele, parcours: number): DispositifSheet {
  const { dispositif, formes } = modele;
  const { en_vigueur: dates, acteurs, parametres = {}, bilan } = dispositif;
  const { phases, etapes } = dispositif.parcours;
  return {
    ...resume(modele, parcours),
    en_vigueur: dates === undefined ? null : enVigueur(dispositif, dates),
    acteurs: Object.entries(acteurs).map(([id, libelle]) => ({ id, libelle })),
    phases: phases.map((phase) => ({ id: phase.id, libelle: phase.libelle, references: [referenceDe(dispositif, phase.reference)] })),
    etapes: etapes.map((etape) => etapeSheet(etape, modele)),
    regles: reglesDe(dispositif).map(({ id, famille, severity, summary, references }) => ({
      id,
      famille,
      gravite: severity,
      resume: summary,
      references: references.map(reference),
    })),
    parametres: Object.entries(parametres).map(([nom, { label, unit, values }]) => ({
      nom,
      libelle: label,
      unite: unit,
      valeurs: values.map(({ from, value, reference: id }) => ({ du: from, valeur: value, references: [referenceDe(dispositif, id)] })),
    })),
    financement: financementSheet(dispositif),
    champs: champsDe(formes.parcours).map(({ chemin, rubriques, libelle, aide, requis }) => ({
      chemin: chemin.join("/").replaceAll("/[]", "[]"),
      libelle: [...rubriques, libelle].join(", "),
      aide,
      obligatoire: requis === "toujours",
    })),
    tableaux: (bilan?.tables ?? []).map(({ id, titre }) => ({ id, titre })),
  };
}

function enVigueur(dispositif: Dispositif, { du, au }: { du: string; au?: string }): { du: string; au?: string } {
  return { du: jourNomme(dispositif, du), ...(au !== undefined && { au: jourNomme(dispositif, au) }) };
}
