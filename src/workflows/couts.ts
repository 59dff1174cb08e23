import type { Couts } from "../dashboard/index.ts";
import { isConclu } from "../dossier/faits.ts";
import type { FicheDocument, ParcoursDocument } from "../dossier/load.ts";
import { computeFunding, type FinancementParcours, nomsDesComposantes } from "../funding/index.ts";
import type { Day } from "../words/dates.ts";

/** What the funding of each concluded contract comes to, by file: the two cores do not know each other. */
export function coutsParFichier(
  parcours: readonly ParcoursDocument[],
  date: Day,
  fiches: readonly FicheDocument[] = [],
): Map<string, Couts> {
  const conclus = parcours.filter(({ data }) => isConclu(data));
  const funding = computeFunding({
    parcours: conclus,
    dossier: { parcours: conclus, fiches },
    motifs: new Map(),
    date,
    lecture: "cahier_des_charges",
  });
  return new Map(funding.parcours.map((one, rang) => [conclus[rang]?.file ?? "", coutsDe(one)]));
}

function coutsDe({ coutReel, forfait, annees }: FinancementParcours): Couts {
  const composantes = nomsDesComposantes.map((nom) => {
    const sommeDe = (quoi: "depense" | "retenu"): number => annees.reduce((somme, annee) => somme + annee.composantes[nom][quoi].cents, 0);
    return [nom, { depense: sommeDe("depense"), retenu: sommeDe("retenu") }] as const;
  });
  return { coutReel: coutReel.cents, forfait: forfait.cents, composantes: Object.fromEntries(composantes) as Couts["composantes"] };
}
