import { demanderChoix, demanderOuiNon, INTERRUPTION, RETOUR, type Sortie } from "../../dialogue/index.ts";
import { fichierBrouillon, garderBrouillon, jeterBrouillon, lireBrouillon } from "../../entretien/brouillon.ts";
import { rejouer } from "../../entretien/derouler.ts";
import { reponseDonnee } from "../../entretien/drapeaux.ts";
import { type Avancement, nomDe, type Question, type Reponses } from "../../entretien/questions.ts";
import type { Io } from "../../io.ts";
import { wrap } from "../../render/terminal/wrap.ts";
import { count } from "../../words/french.ts";
import type { Chantier } from "./chantier.ts";
import { constater } from "./constater.ts";
import { questionner } from "./questionner.ts";

const consigne = "Une question à la fois. Échap : question précédente. Ctrl-C : arrêter, en gardant les réponses.";

/** The state of an interview led on a terminal. */
interface Entretien {
  reponses: Map<string, unknown>;
  /** What was answered before going back, to be proposed again. */
  avant: Map<string, unknown>;
  brouillon: string;
}

/**
 * Leads the interview on a terminal: one question at a time, back with Escape, answers kept at each step so that an interruption
 * loses none. `undefined` when the person stops.
 */
export async function mener(chantier: Chantier, io: Io): Promise<Avancement["data"] | undefined> {
  const { forme, donnees, options } = chantier;
  const brouillon = fichierBrouillon(io.configFolder, options.dossier, forme);
  io.note(wrap(consigne, io.columns));
  const reprises = await reprendre(brouillon, io);
  if (reprises === INTERRUPTION) return undefined;
  const entretien: Entretien = { reponses: new Map(reprises), avant: new Map(), brouillon };
  for (;;) {
    const avancement = rejouer(forme, entretien.reponses);
    const { question } = avancement;
    const donnee = question && reponseDonnee(question, donnees);
    if (question !== undefined && donnee !== undefined) {
      entretien.reponses.set(nomDe(question), donnee);
      continue;
    }
    const suite =
      question === undefined ? await relire(chantier, avancement, io) : await avancer(question, avancement, entretien, chantier, io);
    if (suite === INTERRUPTION) return interrompre(entretien, io);
    if (suite === RETOUR) revenir(avancement, entretien, donnees);
    if (suite === ECRIRE) {
      jeterBrouillon(brouillon);
      return avancement.data;
    }
  }
}

const ECRIRE = Symbol("écrire");

async function reprendre(brouillon: string, io: Io): Promise<Reponses | typeof INTERRUPTION> {
  const gardees = lireBrouillon(brouillon);
  if (gardees === undefined || gardees.size === 0) return new Map();
  const voulue = await demanderOuiNon(`Une saisie interrompue a été gardée (${count(gardees.size, "réponse")}). La reprendre ?`, true);
  if (voulue === INTERRUPTION) return INTERRUPTION;
  if (voulue === false) jeterBrouillon(brouillon);
  if (voulue === true) io.note(`Reprise de ${brouillon}.`);
  return voulue === true ? gardees : new Map();
}

/** Asks one question and keeps its answer; what the rules say of it may be corrected at once. */
async function avancer(
  question: Question,
  avancement: Avancement,
  { reponses, avant, brouillon }: Entretien,
  chantier: Chantier,
  io: Io,
): Promise<Sortie | undefined> {
  const nom = nomDe(question);
  const verifier = (reponse: unknown) => constater(question, new Map([...reponses, [nom, reponse]]), chantier);
  const reponse = await questionner(question, avancement, { chantier, io, avant: avant.get(nom), verifier });
  if (reponse === RETOUR || reponse === INTERRUPTION) return reponse;
  avant.set(nom, reponse);
  const suite = await corriger(await verifier(reponse), io);
  if (suite === INTERRUPTION) return suite;
  if (suite === RETOUR) return undefined;
  reponses.set(nom, reponse);
  garderBrouillon(brouillon, reponses);
  return undefined;
}

type Constats = Awaited<ReturnType<typeof constater>>;

/** Says what the rules find; `RETOUR` when the answer is to be given again. */
async function corriger(constats: Constats, io: Io): Promise<Sortie | undefined> {
  for (const { texte } of constats) io.note(texte.split("\n"));
  if (constats.every(({ severity }) => severity === "info")) return undefined;
  const choix = [
    { valeur: true, libelle: "Corriger ma réponse" },
    { valeur: false, libelle: "Garder cette réponse", aide: "cpro validate le redira." },
  ];
  const isErreur = constats.some(({ severity }) => severity === "error");
  const reprise = await demanderChoix("Que faire ?", isErreur ? choix : choix.toReversed());
  return reprise === INTERRUPTION || reprise === RETOUR ? reprise : reprise ? RETOUR : undefined;
}

/** Back to the last question that was really asked, skipping what options have answered. */
function revenir({ posees, forme }: Avancement, { reponses }: Entretien, donnees: Chantier["donnees"]): void {
  for (const nom of posees.toReversed()) {
    reponses.delete(nom);
    const { question } = rejouer(forme, reponses);
    if (question !== undefined && reponseDonnee(question, donnees) === undefined) return;
  }
}

/** The summary: the file as it will be, what `validate` says of it, and the last word. */
async function relire(chantier: Chantier, { data }: Avancement, io: Io): Promise<Sortie | typeof ECRIRE> {
  const { fichier, texte, constats } = await chantier.ebaucher(data);
  io.note(["", `── Récapitulatif : ${fichier}`, "", ...texte.split("\n")]);
  io.note(constats === "" ? "cpro validate n'a rien à redire à ce fichier." : constats.split("\n"));
  return demanderChoix<Sortie | typeof ECRIRE>(`Écrire ${fichier} ?`, [
    { valeur: ECRIRE, libelle: "Écrire le fichier" },
    { valeur: RETOUR, libelle: "Revenir à la question précédente" },
    { valeur: INTERRUPTION, libelle: "Arrêter ici, en gardant les réponses" },
  ]);
}

function interrompre({ reponses, brouillon }: Entretien, io: Io): undefined {
  if (reponses.size === 0) io.note("Saisie arrêtée : rien n'a été écrit.");
  else {
    garderBrouillon(brouillon, reponses);
    io.note(`Saisie arrêtée. Vos réponses sont gardées dans ${brouillon}, que vous seul pouvez lire.`);
    io.note("→ Relancez la même commande pour reprendre ; le fichier gardé sera effacé dès que le document sera écrit.");
  }
  return undefined;
}
