import type { DossierMixte } from "../dossier/load.ts";
import type { Champ, Choix } from "../saisie/champs.ts";
import { nomenclatureDe, nomenclatures } from "../saisie/propositions.ts";
import type { Avancement, QuestionChamp } from "./questions.ts";

/** What may be proposed for an answer. */
export interface Propositions {
  choix: readonly Choix[];
  /** Whether another answer than these may be given. */
  ouvert: boolean;
  /** The likeliest one, as it would be typed. */
  defaut?: string;
}

type Connu = Pick<DossierMixte, "fiches" | "parcours">;

/** What the nomenclatures and the other files of the dossier propose for a question. */
export function proposer({ champ, chemin }: QuestionChamp, { forme: { kind }, data }: Avancement, dossier: Connu): Propositions {
  const place = chemin.join(".");
  if (kind === "parcours" && place === "fiche") return ficheProposee(dossier);
  if (place === "identifiant") return { choix: [], ouvert: true, ...defautDe(suivant(identifiants(kind, dossier))) };
  const opcos = kind === "parcours" && place === "opco" ? ficheDe(data, dossier)?.opcos : undefined;
  const choix = choixDe(champ);
  // The OPCOs that the fiche names come first.
  const ranges = opcos === undefined ? choix : [...choix].sort((a, b) => rangDe(a, opcos) - rangDe(b, opcos));
  return { choix: ranges, ouvert: false };
}

function choixDe(champ: Champ): readonly Choix[] {
  if (champ.multiple) return [];
  const nomenclature = nomenclatureDe(champ);
  return nomenclature === undefined ? champ.choix : nomenclatures[nomenclature];
}

function rangDe({ valeur }: Choix, premiers: readonly string[]): number {
  const rang = premiers.indexOf(String(valeur));
  return rang === -1 ? premiers.length : rang;
}

function ficheProposee({ fiches }: Connu): Propositions {
  const choix = fiches.map(({ data: { identifiant, intitule = identifiant } }) => ({ valeur: identifiant, libelle: intitule }));
  return { choix, ouvert: choix.length === 0 };
}

/** The certifications of the fiche that a parcours names, each with the keys that a parcours has too. */
export function certificationsDeLaFiche(data: Avancement["data"], dossier: Connu): { libelle: string; valeur: Record<string, unknown> }[] {
  return (ficheDe(data, dossier)?.certifications ?? []).map(({ adequation: _, ...certification }) => ({
    libelle: [certification.intitule, certification.code, ...(certification.nature === "bloc" ? (certification.blocs ?? []) : [])]
      .filter(Boolean)
      .join(", "),
    valeur: certification,
  }));
}

function ficheDe(data: Avancement["data"], { fiches }: Connu): DossierMixte["fiches"][number]["data"] | undefined {
  return fiches.find((fiche) => fiche.data.identifiant === data.fiche)?.data;
}

function identifiants(kind: Avancement["forme"]["kind"], { fiches, parcours }: Connu): string[] {
  return (kind === "fiche" ? fiches : parcours).map(({ data }) => data.identifiant);
}

function defautDe(defaut: string | undefined): Pick<Propositions, "defaut"> {
  return defaut === undefined ? {} : { defaut };
}

/** After « EPE-004 » and « EPE-005 », « EPE-006 »; nothing when the names do not end with a number. */
function suivant(noms: readonly string[]): string | undefined {
  const numerotes = noms.flatMap((nom) => {
    const [, debut, numero] = /^(.*?)(\d+)$/.exec(nom) ?? [];
    return debut === undefined || numero === undefined || numero.length > 9
      ? []
      : [{ debut, numero: Number(numero), largeur: numero.length }];
  });
  const dernier = numerotes.toSorted((a, b) => a.numero - b.numero).at(-1);
  return dernier && `${dernier.debut}${String(dernier.numero + 1).padStart(dernier.largeur, "0")}`;
}
