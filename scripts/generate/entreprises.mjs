import { enseignes, raisons } from "./mots.mjs";
import { inventSiret } from "./siret.mjs";
import { createTuteurs } from "./tuteurs.mjs";

const tailles = [
  [[1, 9], 25],
  [[10, 49], 33],
  [[50, 199], 22],
  [[200, 249], 4],
  [[250, 1800], 16],
];

/** The companies of a project: a handful at first, new ones as parcours come, each with its tutors. A company has one activity, so one OPCO. */
export function createEntreprises(random, projet) {
  const parSecteur = new Map(projet.secteurs.map((secteur) => [secteur, []]));
  let nombre = 0;

  function found(secteur) {
    nombre += 1;
    const numero = ((projet.numero * 211) % 800) * 100 + (nombre % 100);
    const [min, max] = random.weighted(tailles);
    const naf = random.pick(secteur.naf);
    const entreprise = {
      denomination: `${random.pick(raisons[naf])} ${random.pick(enseignes)}`,
      siret: inventSiret(numero, 1 + Math.floor(nombre / 100)),
      naf,
      idcc: secteur.idcc,
      effectif: random.int(min, max),
      departement: random.pick(projet.departements),
      droit: "prive",
      service_formation_interne: max >= 200 && random.chance(0.6) ? true : undefined,
    };
    return { entreprise, opco: secteur.opco, tuteurs: createTuteurs(random, `${projet.code}-E${nombre}`, entreprise.effectif) };
  }

  return (secteur) => {
    const connues = parSecteur.get(secteur);
    if (connues.length === 0 || random.chance(Math.max(0.08, 0.55 - connues.length / 200))) connues.push(found(secteur));
    return random.pick(connues.slice(-40));
  };
}
