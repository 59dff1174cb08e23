import type { Avance, Paiements } from "../../../funding/index.ts";
import { toEuros } from "../../../words/money.ts";

/** `cpro/funding-paiements/1`: amounts in euros. */
export function paiementsJson({ lecture, date, annees, mois, parcours, fiches, opcos, total, blocages, nonAcceptes }: Paiements): string {
  const document = {
    format: "cpro/funding-paiements/1",
    lecture,
    date,
    non_acceptes: nonAcceptes,
    a_faire: blocages.map((blocage) => ({ ...blocage, montant: toEuros(blocage.montant) })),
    tresorerie: {
      parcours: parcours.map((one) => ({ identifiant: one.cle, ...avanceJson(one) })),
      fiches: fiches.map((one) => ({ fiche: one.cle, parcours: one.parcours, ...avanceJson(one) })),
      opcos: opcos.map((one) => ({ opco: one.cle, parcours: one.parcours, ...avanceJson(one) })),
      total: avanceJson(total),
    },
    echeancier: mois.map(({ mois: nom, depense, du, verse, resteDu, verseDAvance }) => ({
      mois: nom,
      depense: toEuros(depense),
      du: toEuros(du),
      verse: toEuros(verse),
      reste_du: toEuros(resteDu),
      verse_d_avance: toEuros(verseDAvance),
    })),
    engagement: annees.map(({ annee, parcours: nombre, coutReel, forfait, complement, verse }) => ({
      annee,
      parcours: nombre,
      cout_reel: toEuros(coutReel),
      forfait: toEuros(forfait),
      complement: toEuros(complement),
      verse: toEuros(verse),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function avanceJson({ depense, verse, publics, avance, resteDu, verseDAvance }: Avance): object {
  return {
    depense: toEuros(depense),
    verse: toEuros(verse),
    publics: toEuros(publics),
    avance: toEuros(avance),
    reste_du: toEuros(resteDu),
    verse_d_avance: toEuros(verseDAvance),
  };
}
