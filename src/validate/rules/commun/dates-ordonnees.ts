import { dernierJour } from "../../../dossier/faits.ts";
import type { Path } from "../../../dossier/place.ts";
import { addMonths, type Day, formatDay } from "../../../words/dates.ts";
import type { Severity } from "../../diagnostic.ts";
import { defineRule, type Finding, type ParcoursCommun } from "../../rule.ts";

/** A day of a parcours, and what it is the day of. */
interface Jalon {
  at: Path;
  le: (parcours: ParcoursCommun) => Day | undefined;
  nom: string;
}

const information: Jalon = {
  at: ["phases", "information", "debut"],
  le: ({ phases }) => phases?.information?.debut,
  nom: "le début de l'information",
};
const informationFin: Jalon = {
  at: ["phases", "information", "fin"],
  le: ({ phases }) => phases?.information?.fin,
  nom: "la fin de l'information",
};
const debut: Jalon = { at: ["contrat", "debut"], le: ({ contrat }) => contrat?.debut, nom: "le début du contrat" };
const depot: Jalon = {
  at: ["phases", "recevabilite", "depot_le"],
  le: ({ phases }) => phases?.recevabilite?.depot_le,
  nom: "le dépôt du dossier de recevabilité",
};
const dossier: Jalon = {
  at: ["phases", "evaluation", "dossier_depose_le"],
  le: ({ phases }) => phases?.evaluation?.dossier_depose_le,
  nom: "le dépôt du dossier de validation",
};

/** The days that follow one another, each chain in its order; a day that is missing is skipped. */
const suites: readonly { severity: Severity; jalons: readonly Jalon[] }[] = [
  {
    severity: "error",
    jalons: [
      information,
      informationFin,
      { at: ["phases", "accompagnement", "debut"], le: ({ phases }) => phases?.accompagnement?.debut, nom: "le début de l'accompagnement" },
      { at: ["phases", "accompagnement", "fin"], le: ({ phases }) => phases?.accompagnement?.fin, nom: "la fin de l'accompagnement" },
    ],
  },
  {
    severity: "error",
    jalons: [
      depot,
      {
        at: ["phases", "recevabilite", "decision_le"],
        le: ({ phases }) => phases?.recevabilite?.decision_le,
        nom: "la décision de recevabilité",
      },
      {
        at: ["phases", "recevabilite", "notifiee_le"],
        le: ({ phases }) => phases?.recevabilite?.notifiee_le,
        nom: "la notification de la recevabilité",
      },
    ],
  },
  {
    severity: "error",
    jalons: [
      dossier,
      { at: ["phases", "evaluation", "jury", "le"], le: ({ phases }) => phases?.evaluation?.jury?.le, nom: "le jury" },
      {
        at: ["phases", "evaluation", "jury", "notifie_le"],
        le: ({ phases }) => phases?.evaluation?.jury?.notifie_le,
        nom: "la notification du résultat du jury",
      },
    ],
  },
  {
    severity: "error",
    jalons: [
      { at: ["contrat", "conclu_le"], le: ({ contrat }) => contrat?.conclu_le, nom: "la conclusion du contrat" },
      { at: ["contrat", "transmis_opco_le"], le: ({ contrat }) => contrat?.transmis_opco_le, nom: "la transmission à l'OPCO" },
      { at: ["contrat", "decision_opco", "le"], le: ({ contrat }) => contrat?.decision_opco?.le, nom: "la décision de l'OPCO" },
    ],
  },
  {
    severity: "warning",
    jalons: [
      information,
      { at: ["phases", "information", "diagnostic_le"], le: ({ phases }) => phases?.information?.diagnostic_le, nom: "le diagnostic" },
    ],
  },
  { severity: "warning", jalons: [depot, dossier] },
  {
    severity: "warning",
    jalons: [
      { at: ["contrat", "rupture", "le"], le: ({ contrat }) => contrat?.rupture?.le, nom: "la rupture du contrat" },
      {
        at: ["contrat", "rupture", "notifiee_le"],
        le: ({ contrat }) => contrat?.rupture?.notifiee_le,
        nom: "la notification de la rupture",
      },
    ],
  },
  {
    severity: "warning",
    jalons: [
      debut,
      {
        at: ["phases", "mise_en_oeuvre", "adequation_le"],
        le: ({ phases }) => phases?.mise_en_oeuvre?.adequation_le,
        nom: "l'examen de l'adéquation du programme",
      },
    ],
  },
  {
    severity: "warning",
    jalons: [
      debut,
      {
        at: ["financement", "certificat_realisation_le"],
        le: ({ financement }) => financement?.certificat_realisation_le,
        nom: "la remise du certificat de réalisation",
      },
    ],
  },
  {
    severity: "warning",
    jalons: [
      { at: ["contrat", "fin"], le: ({ contrat }) => contrat && dernierJour({ contrat }), nom: "la fin du contrat" },
      { at: ["sortie", "constatee_le"], le: ({ sortie }) => sortie?.constatee_le, nom: "le constat de la sortie" },
    ],
  },
];

/** What happens in a contract happens around it: so many months before its conclusion, and after its last day. */
const MOIS_AVANT = 6;
const MOIS_APRES = 24;

export default defineRule({
  id: "dates-ordonnees",
  famille: "commun",
  scope: "parcours",
  severity: "error",
  summary: `Les dates d'un parcours se suivent : information, accompagnement ; dépôt, décision, notification de la recevabilité ; dossier de validation, jury, résultat ; conclusion, transmission et décision de l'OPCO. La sortie se constate après la fin du contrat ; évaluations, dépenses, financements et versements restent entre les ${MOIS_AVANT} mois d'avant la conclusion et les ${MOIS_APRES} mois d'après la fin (avertissement).`,
  references: ["cahier-des-charges-2-1", "cahier-des-charges-2-2", "cahier-des-charges-2-3", "cahier-des-charges-2-5"],
  *check(parcours: ParcoursCommun, { date }) {
    for (const { severity, jalons } of suites) yield* dansLOrdre(parcours, severity, jalons);
    if (parcours.contrat !== undefined) yield* autourDuContrat(parcours.contrat, parcours, date);
  },
});

function* dansLOrdre(parcours: ParcoursCommun, severity: Severity, jalons: readonly Jalon[]): Iterable<Finding> {
  let avant: { nom: string; le: Day } | undefined;
  for (const { at, le: of, nom } of jalons) {
    const le = of(parcours);
    if (le === undefined) continue;
    if (avant !== undefined && le < avant.le) {
      yield {
        at,
        severity,
        message: `${majuscule(nom)} (${formatDay(le)}) précède ${avant.nom} (${formatDay(avant.le)}).`,
        hint: "Corrigez l'une des deux dates.",
      };
    }
    avant = { nom, le };
  }
}

/** A payment that is yet to come is the fault of fait-a-venir. */
function* autourDuContrat(
  contrat: NonNullable<ParcoursCommun["contrat"]>,
  { phases, financement }: ParcoursCommun,
  date: Day,
): Iterable<Finding> {
  const dernier = dernierJour({ contrat });
  const [tot, tard] = [addMonths(contrat.conclu_le, -MOIS_AVANT), addMonths(dernier, MOIS_APRES)];
  const groupes: readonly (readonly [quoi: string, liste: Path, cle: string, jours: readonly (Day | undefined)[]])[] = [
    ["L'évaluation", ["phases", "evaluation", "evaluations"], "le", (phases?.evaluation?.evaluations ?? []).map(({ le }) => le)],
    ["La dépense", ["financement", "depenses"], "date", (financement?.depenses ?? []).map(({ date }) => date)],
    ["Le financement public", ["financement", "publics"], "date", (financement?.publics ?? []).map(({ date }) => date)],
    ["Le versement", ["financement", "versements"], "le", (financement?.versements ?? []).map(({ le }) => (le > date ? undefined : le))],
  ];
  for (const [quoi, liste, cle, jours] of groupes) {
    for (const [rang, le] of jours.entries()) {
      if (le === undefined || (tot <= le && le <= tard)) continue;
      const ecart =
        le < tot
          ? `plus de ${MOIS_AVANT} mois avant la conclusion du contrat (${formatDay(contrat.conclu_le)})`
          : `plus de ${MOIS_APRES} mois après sa fin (${formatDay(dernier)})`;
      yield {
        at: [...liste, rang, cle],
        severity: "warning",
        message: `${quoi} du ${formatDay(le)} est loin du contrat : ${ecart}.`,
        hint: "Vérifiez la date, l'année surtout.",
      };
    }
  }
}

function majuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}
