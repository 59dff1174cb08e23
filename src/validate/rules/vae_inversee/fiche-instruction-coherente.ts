import type { FicheProjet } from "../../../dossier/load.ts";
import { formatDay } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule, type Finding } from "../../rule.ts";

type Instruction = NonNullable<FicheProjet["instruction"]>;

export default defineRule({
  id: "fiche-instruction-coherente",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary:
    "L'envoi, la réception, la complétude, l'avis et ses notifications se suivent dans cet ordre ; un avis est daté ; un avis favorable accorde un nombre de parcours qui ne dépasse pas celui que la fiche prévoit, un avis défavorable n'en accorde aucun.",
  references: ["cahier-des-charges-1-1"],
  *check({ instruction, parcours_prevus }) {
    if (instruction === undefined) return;
    yield* chronologie(instruction);
    yield* avis(instruction);
    yield* accord(instruction, parcours_prevus);
  },
});

const etapes = [
  ["envoyee_le", "envoyée"],
  ["recue_le", "reçue"],
  ["complete_le", "déclarée complète"],
  ["avis_le", "l'objet d'un avis"],
] as const;

function* chronologie(instruction: Instruction): Iterable<Finding> {
  let avant: { nom: string; le: string } | undefined;
  for (const [cle, nom] of etapes) {
    const le = instruction[cle];
    if (le === undefined) continue;
    if (avant !== undefined && le < avant.le) {
      yield {
        at: ["instruction", cle],
        message: `La fiche est ${nom} le ${formatDay(le)}, avant d'être ${avant.nom} le ${formatDay(avant.le)}.`,
        hint: "Corrigez l'une des deux dates.",
      };
    }
    avant = { nom, le };
  }
  const { avis_le } = instruction;
  for (const cle of ["notifiee_porteur_le", "notifiee_opco_le"] as const) {
    const le = instruction[cle];
    if (le === undefined || avis_le === undefined || le >= avis_le) continue;
    yield {
      at: ["instruction", cle],
      message: `L'avis est notifié le ${formatDay(le)}, avant d'être rendu le ${formatDay(avis_le)}.`,
      hint: "Corrigez l'une des deux dates.",
    };
  }
}

function* avis({ avis: sens, avis_le }: Instruction): Iterable<Finding> {
  if (sens !== undefined && avis_le === undefined) {
    yield {
      at: ["instruction", "avis"],
      message: `L'avis ${texte[sens]} n'est pas daté.`,
      hint: "Ajoutez « avis_le: » avec la date de l'avis de la DGEFP.",
    };
  }
  if (sens === undefined && avis_le !== undefined) {
    yield {
      at: ["instruction", "avis_le"],
      message: `Un avis est rendu le ${formatDay(avis_le)}, mais la fiche ne dit pas lequel.`,
      hint: "Ajoutez « avis: favorable » ou « avis: defavorable ».",
    };
  }
}

const texte = { favorable: "favorable", defavorable: "défavorable" };

function* accord({ avis: sens, parcours_accordes: accordes }: Instruction, prevus: number | undefined): Iterable<Finding> {
  if (sens === "favorable" && accordes === undefined) {
    yield {
      at: ["instruction", "parcours_accordes"],
      message: "L'avis est favorable, mais le nombre de parcours accordés n'est pas indiqué.",
      hint: "Ajoutez « parcours_accordes: » : la notification de l'avis fixe ce plafond.",
    };
  }
  if (sens === "favorable" && accordes !== undefined && prevus !== undefined && accordes > prevus) {
    yield {
      at: ["instruction", "parcours_accordes"],
      message: `La fiche porte ${formatNumber(accordes)} parcours accordés, plus que les ${formatNumber(prevus)} qu'elle prévoit.`,
      hint: "Corrigez l'un des deux nombres ; au-delà du nombre prévu, un nouveau projet est nécessaire.",
    };
  }
  if (sens === "defavorable" && accordes !== undefined && accordes > 0) {
    yield {
      at: ["instruction", "parcours_accordes"],
      message: `L'avis est défavorable, mais ${formatNumber(accordes)} parcours sont indiqués comme accordés.`,
      hint: "Corrigez l'avis, ou retirez le nombre de parcours accordés.",
    };
  }
}
