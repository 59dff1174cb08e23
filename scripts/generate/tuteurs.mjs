import { addDays } from "./days.mjs";

/** How many beneficiaries one tutor follows at the same time (Code du travail, art. D. 6325-9). */
const charges = { salarie: 3, employeur: 2 };

/** The tutors of one company: a free one takes the new beneficiary, else another is named, so that nobody is ever over-loaded. */
export function createTuteurs(random, prefixe, effectif) {
  const connus = [];

  function nommer(debut) {
    const fonction = effectif < 5 && connus.length === 0 ? "employeur" : "salarie";
    const tuteur = {
      identifiant: `${prefixe}-T${connus.length + 1}`,
      designe_par: "entreprise",
      fonction,
      date_naissance: addDays(debut, -365 * random.int(27, 60) - random.int(0, 364)),
      volontaire: true,
      experience_annees: random.int(2, 9),
    };
    connus.push({ tuteur, periodes: [] });
    return connus.at(-1);
  }

  /** The tutor for a contract that may last from `debut` to `fin`. */
  return (debut, fin) => {
    const isFree = ({ tuteur, periodes }) =>
      periodes.filter((periode) => periode.debut <= fin && periode.fin >= debut).length < charges[tuteur.fonction];
    const choisi = connus.find(isFree) ?? nommer(debut);
    choisi.periodes.push({ debut, fin });
    return choisi.tuteur;
  };
}
