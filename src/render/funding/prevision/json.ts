import { chargeDe, nomsDesComposantes, type Prevision, type PrevisionDuree, tropPercuDe } from "../../../funding/index.ts";
import { toEuros } from "../../../words/money.ts";

/** `cpro/funding-prevision/1`: amounts in euros, `part_conception` between 0 and 1. */
export function previsionsJson(previsions: readonly Prevision[]): string {
  return `${JSON.stringify({ format: "cpro/funding-prevision/1", previsions: previsions.map(previsionJson) }, null, 2)}\n`;
}

function previsionJson(prevision: Prevision): object {
  const { fiche, parcours, prevus, heures, coutParParcours, coutParHeure, partConception, durees, manquent } = prevision;
  return {
    fiche,
    parcours,
    ...(prevus === undefined ? {} : { parcours_prevus: prevus }),
    heures_par_parcours: heures,
    cout_par_parcours: toEuros(coutParParcours),
    ...(coutParHeure === undefined ? {} : { cout_par_heure: toEuros(coutParHeure) }),
    part_conception: Number(partConception.toFixed(4)),
    durees: durees.map(dureeJson),
    manquent,
  };
}

function dureeJson({ mois, composantes, parType, projet }: PrevisionDuree): object {
  const { forfaitBrut, forfait, financementsPublics, complement } = parType;
  return {
    mois,
    composantes: Object.fromEntries(
      nomsDesComposantes.map((nom) => [nom, { cout: toEuros(composantes[nom].cout), retenu: toEuros(composantes[nom].retenu) }]),
    ),
    par_parcours: {
      forfait_brut: toEuros(forfaitBrut.cents),
      forfait: toEuros(forfait.cents),
      publics: toEuros(financementsPublics.cents),
      complement: toEuros(complement.cents),
      non_finance: toEuros(chargeDe(parType)),
      trop_percu: toEuros(tropPercuDe(parType)),
    },
    projet: {
      cout: toEuros(projet.cout),
      forfait: toEuros(projet.forfait),
      publics: toEuros(projet.publics),
      complement: toEuros(projet.complement),
      non_finance: toEuros(projet.nonFinance),
      trop_percu: toEuros(projet.tropPercu),
    },
  };
}
