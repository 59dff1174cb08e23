import { drawBeneficiaire } from "./beneficiaire.mjs";
import { ecrireContrat } from "./contrat.mjs";
import { ecrireFinancement } from "./financement.mjs";
import { drawFormateur, drawModalites } from "./modalites.mjs";
import { ecrirePhases } from "./phases.mjs";
import { drawVie } from "./vie.mjs";

/** The data of one parcours as known on `projet.until`, in the order of keys of the schema. */
export function drawParcours(random, projet, identifiant) {
  const { until } = projet;
  const { secteur, ...certification } = random.pick(projet.certifications);
  const isCcn = certification.nature === "qualification_ccn";
  const vie = drawVie(random, { accepteLe: projet.accepteLe, until, dureeMax: projet.dureeMax, certification });
  const { entreprise, opco, tuteurs } = projet.entreprises(secteur);
  const beneficiaire = drawBeneficiaire(random, {
    concluLe: vie.concluLe,
    secteur,
    departements: projet.departements,
    departement: entreprise.departement,
  });
  const modalites = drawModalites(random, { vie, projet, entreprise, isCcn });
  const phases = ecrirePhases(random, { vie, projet, certification, until, modalites });
  const debut = { format: "cpro/parcours/1", identifiant, fiche: projet.fiche, beneficiaire };
  if (vie.concluLe > until) return { ...debut, phases };

  const tuteur = tuteurs(vie.debut, vie.fin);
  const groupement = projet.type === "geiq";
  const { certificateur, ...visee } = certification;
  return {
    ...debut,
    entreprise,
    employeur: groupement ? { type: "groupement_employeurs", denomination: projet.denomination, siret: projet.siret } : undefined,
    opco,
    certification: visee,
    contrat: ecrireContrat(random, { vie, until, beneficiaire, modalites, direct: !groupement }),
    tuteur,
    tuteur_groupement: groupement ? { identifiant: `${projet.code}-G${random.int(1, 3)}` } : undefined,
    formateur_afest: drawFormateur(random, { vie, modalites, tuteur }),
    modalites,
    phases,
    financement: ecrireFinancement(random, { vie, until, modalites, projet, tuteur }),
    sortie: vie.sortieLe <= until ? drawSortie(random, vie, beneficiaire, certification) : undefined,
  };
}

function drawSortie(random, { sortieLe, resultat, rupture }, { niveau_entree: entree }, { niveau }) {
  const obtenu = resultat === "validation_totale" && (entree === "aucun" || niveau > entree);
  const emploi = random.chance(rupture ? 0.35 : 0.74);
  return {
    constatee_le: sortieLe,
    niveau_sortie: obtenu ? niveau : entree,
    poursuite_formation: random.chance(0.14),
    contrat_travail: emploi
      ? {
          nature: random.weighted([
            ["cdi", 56],
            ["cdd", 36],
            ["autre", 8],
          ]),
          meme_entreprise: random.chance(rupture ? 0.1 : 0.68),
        }
      : undefined,
  };
}
