import { addDays, addMonths } from "./days.mjs";
import { Verbatim } from "./yaml.mjs";

const est = (condition) => (parcours) => condition(parcours) === true;
const conclu = ({ contrat }) => contrat !== undefined;

/** One fault known to `cpro validate`: `rule` is the rule expected, `at` the JSON pointer of the place, `plant` changes the data. */
const faute = (kind, rule, at, plant, applies = conclu) => ({ kind, rule, at, plant, applies });

/** A key misspelt, in its place. */
function renameKey(map, from, to) {
  for (const [key, value] of Object.entries(map)) {
    delete map[key];
    map[key === from ? to : key] = value;
  }
}

const formes = [
  faute("siret-sans-guillemets", "schema", "/entreprise/siret", ({ entreprise }) => {
    entreprise.siret = new Verbatim(entreprise.siret.slice(1));
  }),
  faute("date-francaise", "schema", "/contrat/debut", ({ contrat }) => {
    contrat.debut = contrat.debut.split("-").reverse().join("/");
  }),
  faute(
    "virgule-decimale",
    "schema",
    "/financement/depenses/0/montant",
    ({ financement }) => {
      financement.depenses[0].montant = new Verbatim(`${financement.depenses[0].montant},50`);
    },
    est(({ financement }) => Number.isInteger(financement?.depenses[0]?.montant)),
  ),
  faute(
    "cle-inconnue",
    "schema",
    "/formateur_afest/volontiare",
    ({ formateur_afest: formateur }) => renameKey(formateur, "volontaire", "volontiare"),
    est(({ formateur_afest: formateur }) => formateur !== undefined),
  ),
  faute(
    "valeur-hors-liste",
    "schema",
    "/beneficiaire/sexe",
    ({ beneficiaire }) => {
      beneficiaire.sexe = beneficiaire.sexe.slice(0, 1).toUpperCase();
    },
    () => true,
  ),
  faute("cle-manquante", "schema", "/contrat", ({ contrat }) => {
    delete contrat.document_annexe;
  }),
  faute("deux-points", "yaml", "/entreprise/denomination", ({ entreprise }) => {
    entreprise.denomination = new Verbatim(`${entreprise.denomination} : siège`);
  }),
];

const regles = [
  faute("siret-cle", "entreprise-siret", "/entreprise/siret", ({ entreprise }) => {
    // The object is shared by all the parcours of the company.
    entreprise.siret = entreprise.siret.slice(0, 13) + ((Number(entreprise.siret[13]) + 5) % 10);
  }),
  faute(
    "hors-fenetre",
    "contrat-fenetre",
    "/contrat/conclu_le",
    ({ contrat, phases }) => {
      contrat.conclu_le = "2023-05-12";
      Object.assign(phases.information, { debut: "2023-04-03", fin: "2023-04-11", diagnostic_le: "2023-04-11" });
      phases.accompagnement.debut = "2023-04-17";
    },
    est(({ contrat, beneficiaire }) => contrat?.conclu_le > "2023-06-01" && addMonths(beneficiaire.date_naissance, 17 * 12) < "2023-05-12"),
  ),
  faute("trop-jeune", "beneficiaire-age-minimum", "/beneficiaire/date_naissance", ({ beneficiaire, contrat }) => {
    beneficiaire.date_naissance = addDays(addMonths(contrat.conclu_le, -15 * 12), -120);
  }),
  faute(
    "trop-long",
    "contrat-duree-maximale",
    "/contrat/fin",
    ({ contrat, tuteur }) => {
      contrat.fin = addDays(addMonths(contrat.debut, 40), -1);
      delete tuteur.identifiant;
    },
    est(
      ({ contrat, phases, certification }) =>
        contrat !== undefined &&
        contrat.rupture === undefined &&
        phases.evaluation.jury === undefined &&
        certification.nature !== "qualification_ccn",
    ),
  ),
  faute("sans-accompagnement", "contrat-trois-modalites", "/modalites/accompagnement_vae_heures", ({ modalites }) => {
    modalites.accompagnement_vae_heures = 0;
  }),
  faute(
    "jury-sans-recevabilite",
    "phase-jury-recevable",
    "/phases/evaluation/jury/le",
    ({ phases }) => {
      phases.recevabilite.decision = "non_recevable";
    },
    est(({ phases }) => phases.evaluation?.jury !== undefined && phases.recevabilite.decision === "recevable"),
  ),
  faute("sans-document-annexe", "contrat-document-annexe", "/contrat/document_annexe", ({ contrat }) => {
    contrat.document_annexe = false;
  }),
  faute(
    "trop-percu",
    "financement-cumul",
    "/financement/publics",
    ({ financement }) => {
      const cout = financement.depenses.reduce((sum, { montant }) => sum + montant, 0);
      Object.assign(financement, {
        publics: [{ financeur: "Conseil régional", composante: "pedagogique", montant: Math.ceil(cout) + 1000 }],
        versements: undefined,
      });
    },
    est(({ financement }) => financement !== undefined && financement.complement === undefined),
  ),
];

const fautes = [...formes, ...regles];

/** Plants one fault in a copy of a parcours: the faulty data and the fault, of which `random` picks the kind among all or those of the schema. */
export function plantFaute(random, parcours, quelles = "all") {
  const data = structuredClone(parcours);
  const possibles = fautes.filter(({ applies, rule }) => applies(data) && (quelles === "all" || rule === quelles));
  const { kind, rule, at, plant } = random.pick(possibles);
  plant(data);
  return { data, kind, rule, at };
}
