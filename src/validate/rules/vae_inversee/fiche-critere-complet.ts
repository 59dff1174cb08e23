import type { FicheProjet } from "../../../dossier/load.ts";
import type { Path } from "../../../dossier/place.ts";
import { list, ordinal } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

/** What a fiche does not say yet: where it is to be added, and its name. */
interface Manque {
  at: Path;
  nom: string;
}

/** The six criteria, each with what documents it. */
const criteres: readonly { titre: string; manques: (fiche: FicheProjet) => Iterable<Manque> }[] = [
  { titre: "conformité au décret et au cahier des charges", manques: conformite },
  { titre: "besoin et difficultés de recrutement", manques: besoin },
  { titre: "capacité des certifications à répondre au besoin", manques: certifications },
  { titre: "modalités de parcours", manques: modalites },
  { titre: "financement et efficacité économique", manques: financement },
  { titre: "partenariats", manques: partenariats },
];

export default defineRule({
  id: "fiche-critere-complet",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary:
    "La fiche documente les six critères sur lesquels l'avis se fonde : conformité (durée maximale et calendrier), besoin et difficultés de recrutement, adéquation des certifications, modalités (AFEST : oui ou non), financement (coûts de conception et de coordination), partenariats et leur rôle.",
  references: ["cahier-des-charges-1-2"],
  *check(fiche) {
    for (const { titre, manques } of criteres) {
      const manquants = [...manques(fiche)];
      const [premier] = manquants;
      if (premier === undefined) continue;
      const noms = manquants.map(({ nom }) => nom);
      yield {
        at: premier.at,
        message: `Le critère « ${titre} » n'est pas documenté : il manque ${list(noms, "et")}.`,
        hint: "La DGEFP fonde son avis sur les six critères : complétez la fiche avant de l'envoyer.",
      };
    }
  },
});

function* conformite({ modalites, calendrier }: FicheProjet): Iterable<Manque> {
  if (modalites?.duree_mois?.max === undefined)
    yield { at: ["modalites", "duree_mois", "max"], nom: "la durée maximale des parcours (modalites.duree_mois.max)" };
  if (calendrier?.debut === undefined) yield { at: ["calendrier", "debut"], nom: "le début du projet (calendrier.debut)" };
  if (calendrier?.fin === undefined) yield { at: ["calendrier", "fin"], nom: "la fin du projet (calendrier.fin)" };
}

function* besoin({ besoin_recrutement }: FicheProjet): Iterable<Manque> {
  if (besoin_recrutement?.description === undefined)
    yield { at: ["besoin_recrutement", "description"], nom: "le besoin (besoin_recrutement.description)" };
  if (besoin_recrutement?.difficultes === undefined)
    yield { at: ["besoin_recrutement", "difficultes"], nom: "les difficultés (besoin_recrutement.difficultes)" };
}

function* certifications({ certifications: visees = [] }: FicheProjet): Iterable<Manque> {
  if (visees.length === 0) yield { at: ["certifications"], nom: "les certifications visées (certifications)" };
  for (const [index, { adequation }] of visees.entries()) {
    if (adequation === undefined)
      yield {
        at: ["certifications", index, "adequation"],
        nom: `l'adéquation de la ${visees.length > 1 ? `${rang(index)} ` : ""}certification (adequation)`,
      };
  }
}

function* modalites({ modalites: prevues }: FicheProjet): Iterable<Manque> {
  if (prevues?.afest === undefined) yield { at: ["modalites", "afest"], nom: "le recours à l'AFEST, oui ou non (modalites.afest.recours)" };
}

function* financement({ financement: prevu }: FicheProjet): Iterable<Manque> {
  if (prevu?.cout_par_parcours?.conception_coordination !== undefined) return;
  yield {
    at: ["financement", "cout_par_parcours", "conception_coordination"],
    nom: "le coût de conception et de coordination (financement.cout_par_parcours.conception_coordination)",
  };
}

function* partenariats({ partenariats: envisages = [] }: FicheProjet): Iterable<Manque> {
  if (envisages.length === 0) yield { at: ["partenariats"], nom: "les partenariats envisagés (partenariats)" };
  for (const [index, { denomination, role }] of envisages.entries()) {
    if (role === undefined) yield { at: ["partenariats", index, "role"], nom: `le rôle de « ${denomination} » (role)` };
  }
}

function rang(index: number): string {
  return index === 0 ? "1re" : ordinal(index + 1);
}
