import { addDays, addMonths, daysBetween, earliest, latest, workingDay } from "./days.mjs";
import { montantDu, total } from "./plafonds.mjs";
import { someOf } from "./yaml.mjs";

const euros = (montant) => Math.round(montant * 100) / 100;

/** What has been spent, received and asked for by `until`, in the order of keys of the schema. */
export function ecrireFinancement(random, context) {
  const depenses = drawDepenses(random, context).filter(({ date }) => date === undefined || date <= context.until);
  const du = (publics) => montantDu({ ...context, depenses, publics });
  const publics = random.chance(0.12) ? drawPublics(random, depenses) : [];
  const reste = total(depenses) - du(publics).maximum - total(publics);
  const complement =
    reste > 150 && random.chance(0.3)
      ? { montant: euros(reste * (random.int(3, 9) / 10)), origine: random.pick(["conventionnelle", "volontaire"]) }
      : undefined;
  return { depenses, publics: someOf(publics), complement, versements: someOf(drawVersements(random, context, du(publics).minimum)) };
}

/** Parcours whose invoices are numbered, by project: no two bear the same number. */
const rangs = new WeakMap();

function drawDepenses(random, context) {
  const { vie, projet } = context;
  const rang = (rangs.get(projet) ?? 0) + 1;
  rangs.set(projet, rang);
  let numero = 0;
  const facture = () => {
    numero += 1;
    return random.chance(0.98) ? `${projet.code}-${vie.debut.slice(2, 4)}${String(rang).padStart(4, "0")}-${numero}` : undefined;
  };
  return [conception, pedagogique, accompagnementVae, annexes, tutorat].flatMap((lignes) => lignes(random, context, facture));
}

function conception(random, { vie }, facture) {
  return [
    {
      composante: "conception_coordination",
      montant: random.int(22, 41) * 25,
      date: addDays(vie.debut, random.int(-5, 40)),
      libelle: "Ingénierie et coordination du parcours",
      facture: facture(),
    },
  ];
}

/** One invoice a quarter or so; some porteurs enter only the price agreed, without a date. */
function pedagogique(random, { vie, modalites }, facture) {
  const { organisme_heures, interne_heures, distance_heures, afest_heures } = modalites.enseignements;
  const parMois = ((organisme_heures + interne_heures + distance_heures + afest_heures) * random.int(100, 165)) / 10 / vie.mois;
  const mois = Math.min(vie.mois, Math.max(1, Math.ceil(daysBetween(vie.debut, vie.dernier) / 30.5)));
  if (random.chance(0.15))
    return [{ composante: "pedagogique", montant: euros(parMois * mois), libelle: "Convention de formation", facture: facture() }];
  const lignes = [];
  for (let fait = 0; fait < mois; fait += 4) {
    const duree = Math.min(4, mois - fait);
    const date = earliest(addMonths(vie.debut, fait + duree), addDays(vie.dernier, 12));
    lignes.push({
      composante: "pedagogique",
      montant: euros(parMois * duree),
      date,
      libelle: `Enseignements, mois ${fait + 1} à ${fait + duree}`,
      facture: facture(),
    });
  }
  return lignes;
}

function accompagnementVae(random, { vie, modalites }, facture) {
  const { recevabilite, juryLe } = vie;
  const taux = random.int(30, 50);
  const milieu = addDays(vie.debut, Math.floor(daysBetween(vie.debut, vie.dernier) * 0.6));
  const lignes = [
    {
      montant: euros(
        (taux * modalites.accompagnement_vae_heures * daysBetween(vie.debut, vie.dernier)) / (daysBetween(vie.debut, vie.fin) + 1),
      ),
      date: milieu,
      libelle: "Accompagnement et rédaction du livret",
    },
  ];
  if (recevabilite)
    lignes.unshift({ montant: random.int(8, 16) * 25, date: recevabilite.decisionLe, libelle: "Examen du dossier de recevabilité" });
  if (juryLe) lignes.push({ montant: random.int(8, 20) * 25, date: juryLe, libelle: "Session de jury" });
  return lignes.map((ligne) => ({ composante: "accompagnement_vae", ...ligne, facture: facture() }));
}

function annexes(random, { vie }, facture) {
  if (random.chance(0.35)) return [];
  const date = random.chance(0.8) ? addDays(vie.debut, random.int(10, 90)) : undefined;
  return [
    {
      composante: "annexes",
      montant: euros(random.int(2500, 33000) / 100),
      date,
      libelle: random.pick(["Transport vers le centre de formation", "Hébergement et repas", "Repas pendant les regroupements"]),
      facture: facture(),
    },
  ];
}

/** Tutors who have had their training: it is financed once. */
const formes = new WeakSet();

function tutorat(random, { vie, modalites, tuteur }, facture) {
  const lignes = [];
  if (random.chance(0.4) && !formes.has(tuteur)) {
    formes.add(tuteur);
    const heures = Math.min(40, random.int(2, 6) * 7);
    lignes.push({
      composante: "tuteur_formation",
      montant: heures * random.pick([12, 14, 15, 15, 17]),
      date: latest(addDays(vie.debut, random.int(-20, 45)), vie.concluLe),
      libelle: "Formation du tuteur",
      facture: facture(),
      heures,
    });
  }
  const limite = modalites.enseignements.afest_heures > 0 ? 12 : 6;
  const mois = Math.min(limite, Math.floor(daysBetween(vie.debut, vie.dernier) / 30.5));
  if (mois > 0 && random.chance(0.7))
    lignes.push({
      composante: "tuteur_exercice",
      montant: mois * random.pick([200, 230, 230, 230, 250]),
      date: addMonths(vie.debut, mois),
      libelle: "Exercice de la fonction de tuteur",
      facture: facture(),
      mois,
    });
  return lignes;
}

/** A part of one expense borne by someone else, never more than it cost. */
function drawPublics(random, depenses) {
  const payee = random.pick(depenses.filter(({ composante }) => ["pedagogique", "annexes", "accompagnement_vae"].includes(composante)));
  if (payee === undefined) return [];
  const financeur = random.pick(["Conseil régional", "Conseil départemental", "France Travail", "FSE+"]);
  return [{ financeur, composante: payee.composante, montant: euros(payee.montant * (random.int(10, 50) / 100)), date: payee.date }];
}

/** What the OPCO has paid by `until`: late, and never more than is due. */
function drawVersements(random, { vie, until }, du) {
  const versements = [];
  let le = workingDay(addDays(vie.debut, random.int(95, 200)));
  for (let part = random.int(15, 40) / 100; le <= until && part < 0.95 && du > 60; part += random.int(15, 40) / 100) {
    const verse = total(versements);
    const montant = euros(du * part - verse);
    if (montant > 0) versements.push({ le, montant });
    le = workingDay(addDays(le, random.int(120, 230)));
  }
  return versements;
}
