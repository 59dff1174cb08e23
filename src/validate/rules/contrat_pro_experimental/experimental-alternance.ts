import { addDays, addMonths, type Day, daysBetween, formatDay, lastDayOfMonth } from "../../../words/dates.ts";
import type { ParcoursExperimental } from "../../experimental.ts";
import { modulesDe } from "../../referentiel.ts";
import { defineRule, type Finding } from "../../rule.ts";

interface Periode {
  du: Day;
  au: Day;
}

/** Of the contract, the part where the whole of the training may not stand. */
const QUART = 4;
/** « Plusieurs mois successifs », as we read it. */
const MOIS_VIDES = 3;

export default defineRule<"entree", ParcoursExperimental>({
  id: "experimental-alternance",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "error",
  summary:
    "La formation alterne avec l'activité : ni toute au premier ou au dernier quart du contrat, ni trois mois civils de suite sans module. Le quart et les trois mois sont notre lecture.",
  references: ["atlas-alternance", "lecture-cpro"],
  *check(parcours) {
    const modules = modulesDe(parcours);
    for (const [rang, { id, dates = [] }] of modules.entries()) {
      if (dates.length > 0) continue;
      yield {
        at: ["parcours_formation", "modules", rang, "id"],
        severity: "info",
        message: `Le module ${id} n'a pas de dates : l'alternance ne peut pas être jugée en entier.`,
      };
    }
    const periodes = modules.flatMap(({ dates = [] }) => dates);
    // A module without dates may stand anywhere.
    if (periodes.length === 0 || modules.some(({ dates = [] }) => dates.length === 0)) return;
    // As it was agreed: a rupture does not judge what was planned.
    const contrat = { du: parcours.contrat.debut, au: parcours.contrat.fin };
    const bord = [...toutAuBord(periodes, contrat)];
    yield* bord.length > 0 ? bord : moisVides(periodes, contrat);
  },
});

const at = ["parcours_formation", "modules"];

function* toutAuBord(periodes: readonly Periode[], { du, au }: Periode): Iterable<Finding> {
  const quart = Math.floor((daysBetween(du, au) + 1) / QUART);
  const [finDuPremier, debutDuDernier] = [addDays(du, quart - 1), addDays(au, 1 - quart)];
  const isAuDebut = periodes.every((une) => une.au <= finDuPremier);
  if (!isAuDebut && !periodes.every((une) => une.du >= debutDuDernier)) return;
  const bord = isAuDebut ? `avant le ${formatDay(addDays(finDuPremier, 1))}` : `à partir du ${formatDay(debutDuDernier)}`;
  yield {
    at,
    message: `Toute la formation se tient ${bord} : elle doit alterner avec l'activité.`,
    hint: "Répartissez les modules sur le contrat.",
  };
}

/** The first whole civil months of the contract, in a row, that no module touches. */
function* moisVides(periodes: readonly Periode[], { du, au }: Periode): Iterable<Finding> {
  let vides: Day[] = [];
  for (let mois = premierMoisEntier(du); lastDayOfMonth(mois) <= au; mois = addMonths(mois, 1)) {
    const isVide = !periodes.some((une) => une.du <= lastDayOfMonth(mois) && une.au >= mois);
    vides = isVide ? [...vides, mois] : [];
    if (vides.length < MOIS_VIDES) continue;
    yield {
      at,
      message: `Aucun module ne se tient du ${formatDay(vides[0] ?? mois)} au ${formatDay(lastDayOfMonth(mois))} : ${MOIS_VIDES} mois de suite sans formation.`,
      hint: "Répartissez les modules sur le contrat.",
    };
    return;
  }
}

function premierMoisEntier(du: Day): Day {
  return du.endsWith("-01") ? du : addMonths(`${du.slice(0, 8)}01`, 1);
}
