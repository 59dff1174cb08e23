import { existsSync } from "node:fs";
import {
  demanderChoix,
  demanderOuiNon,
  demanderPlusieurs,
  demanderRecherche,
  demanderTexte,
  type Option,
  type Sortie,
} from "../../dialogue/index.ts";
import { certificationsDeLaFiche, type Propositions, proposer } from "../../entretien/propositions.ts";
import type { Avancement, Question, QuestionChamp } from "../../entretien/questions.ts";
import type { Io } from "../../io.ts";
import { style } from "../../render/terminal/style.ts";
import { wrap } from "../../render/terminal/wrap.ts";
import { lireReponse } from "../../saisie/lire.ts";
import { nomenclatureDe } from "../../saisie/propositions.ts";
import { rechercher } from "../../saisie/rechercher.ts";
import type { AnswerFinding } from "../../validate/partial.ts";
import type { Chantier } from "./chantier.ts";

interface Contexte {
  chantier: Chantier;
  io: Io;
  /** The answer given before going back. */
  avant: unknown;
  verifier(reponse: unknown): Promise<readonly (AnswerFinding & { texte: string })[]>;
}

/** Beyond this many choices, one is found by a few letters rather than by the arrows. */
const LISTE_COURTE = 9;

/** Asks one question in the way that suits it. */
export async function questionner(question: Question, avancement: Avancement, contexte: Contexte): Promise<unknown> {
  const titre = question.rubriques.join(" › ");
  switch (question.sorte) {
    case "conclu":
      return demanderOuiNon("Le contrat est-il déjà conclu ?");
    case "encore":
      return demanderOuiNon(`${titre} : ajouter un autre élément ?`);
    case "certification":
      return certification(avancement, contexte);
    case "facultatif":
      return demanderPlusieurs(
        `${titre === "" ? "Le reste" : titre} : que voulez-vous renseigner de plus ?`,
        question.cles.map(({ cle, libelle, aide }) => ({ valeur: cle, libelle, aide })),
      );
    case "champ":
      return champ(question, avancement, contexte);
  }
}

/** Nothing is asked when the fiche says nothing. */
async function certification({ data }: Avancement, { chantier }: Contexte): Promise<unknown> {
  const choix: Option<Record<string, unknown> | null>[] = certificationsDeLaFiche(data, chantier.dossier);
  if (choix.length === 0) return null;
  return demanderChoix("Certification visée, parmi celles de la fiche", [...choix, { valeur: null, libelle: "Une autre" }]);
}

const PASSER: Option<null> = { valeur: null, libelle: style.dim("(passer)") };

async function champ(question: QuestionChamp, avancement: Avancement, contexte: Contexte): Promise<unknown> {
  const { champ: ici, facultative, rubriques } = question;
  const { choix, ouvert, defaut } = proposer(question, avancement, contexte.chantier.dossier);
  const message = [...rubriques, ici.libelle].join(" › ");
  const aide = aideDe(question);
  if (aide !== "") contexte.io.note(wrap(aide, contexte.io.columns, "  ").map((ligne) => style.dim(ligne)));
  const passer = facultative ? [PASSER] : [];
  const ouiNon = [
    { valeur: true, libelle: "Oui" },
    { valeur: false, libelle: "Non" },
  ];
  if (ici.type === "oui_non") return demanderChoix<unknown>(message, [...ouiNon, ...passer]);
  if (ici.multiple && ici.choix.length > 0) return demanderPlusieurs(message, ici.choix.map(enOption));
  if (ouvert || choix.length === 0) return texte(question, message, defaut, contexte);
  return liste(message, choix, passer);
}

function liste(message: string, choix: Propositions["choix"], passer: readonly Option<null>[]): Promise<unknown> {
  if (choix.length <= LISTE_COURTE) return demanderChoix<unknown>(message, [...choix.map(enOption), ...passer]);
  return demanderRecherche<unknown>(message, (lettres) => [...rechercher(choix, lettres).map(enOption), ...(lettres === "" ? passer : [])]);
}

/** A code is shown with its name, for people know some by heart. */
function enOption({ valeur, libelle }: Propositions["choix"][number]): Option<string | number> {
  const isCode = /\d/.test(String(valeur)) && !libelle.includes(String(valeur));
  return { valeur, libelle: isCode ? `${libelle} (${valeur})` : libelle };
}

/** The help of the schema, with an example and what makes the answer optional. */
function aideDe({ champ: ici, facultative }: QuestionChamp): string {
  const { aide, exemple, choix, multiple, type } = ici;
  const montre = Array.isArray(exemple) ? exemple.join(", ") : String(exemple ?? "");
  const isTape = choix.length === 0 && type !== "oui_non" && nomenclatureDe(ici) === undefined;
  return [
    // Quotes are for who writes the file by hand.
    aide.replace(/,? ?entre guillemets/i, "").replace(/^\.$/, ""),
    isTape && montre !== "" ? `Exemple : ${montre}.` : "",
    isTape && multiple ? `Séparez les valeurs par ${type.startsWith("texte") ? "un point-virgule" : "une virgule"}.` : "",
    isTape && facultative ? "Entrée seule pour passer." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** A typed answer: what the schema refuses is refused on the spot; the rules, which may be kept waiting, speak after. */
async function texte(
  question: QuestionChamp,
  message: string,
  defaut: string | undefined,
  { chantier, avant, verifier }: Contexte,
): Promise<unknown | Sortie> {
  const { champ: ici, facultative, chemin } = question;
  const propose = avant === undefined || avant === null ? defaut : Array.isArray(avant) ? avant.join(", ") : String(avant);
  const lu = await demanderTexte(message, {
    defaut: propose,
    verifier: async (tape) => {
      if (tape.trim() === "") return facultative ? undefined : "Une réponse est attendue ici.";
      const reponse = lireReponse(ici, tape);
      const fichier = chantier.fichierDe({ identifiant: reponse });
      if (chemin.join(".") === "identifiant" && existsSync(fichier))
        return `Le fichier ${fichier} existe déjà : choisissez un autre identifiant.`;
      return (await verifier(reponse)).find(({ ruleId }) => ruleId === "schema")?.texte;
    },
  });
  if (typeof lu !== "string") return lu;
  return lu.trim() === "" ? null : lireReponse(ici, lu);
}
