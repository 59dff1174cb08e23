import type { DossierMixte, ParcoursBase, ParcoursDocument } from "../../dossier/load.ts";
import { UserError } from "../../errors.ts";
import type { Funding } from "../../funding/funding.ts";
import { computeFunding, computePaiements, computePrevision, type NomLecture, nomsDesLectures } from "../../funding/index.ts";
import type { Io } from "../../io.ts";
import { fundingNotes, renderers } from "../../render/funding/index.ts";
import { checkDossier, type Report } from "../../validate/index.ts";
import { count } from "../../words/french.ts";
import { imparfaits, openDossier, sansDoubles, sansMontantsImprecis } from "../open.ts";
import { pick } from "../pick.ts";
import type { FundingOptions } from "./options.ts";
import { simuler } from "./simuler.ts";

/** From paths to a result: a text for the screen, or the bytes of a workbook. */
export async function makeFunding(paths: readonly string[], options: FundingOptions, io: Io): Promise<string | Uint8Array> {
  const dossier = sansMontantsImprecis(sansDoubles(await openDossier(paths, io), io), io);
  if (options.prevision || isSeulementDesFiches(dossier)) return previsions(dossier, options, io);
  const parcours = pick(dossier.parcours, options.parcours);
  const report = await checkDossier(dossier, { date: options.date });
  noteImparfaits(imparfaits(parcours, report).length, io);
  const financer = financeur(parcours, dossier, report, options);
  if (options.set !== undefined) {
    const render = renderers.simulation[textFormat(options, "--set")];
    const { simulation, erreurs } = await simuler(dossier, options, financer(options.lecture));
    noter([simulation.apres], io);
    for (const erreur of erreurs) io.note(`Avec ces changements : ${erreur}`);
    if (erreurs.length > 0) io.end("problems");
    return render(simulation, io.columns);
  }
  if (options.compareLectures) {
    const fundings = nomsDesLectures.map(financer);
    const render = renderers.lectures[textFormat(options, "--compare-lectures")];
    noter(fundings, io);
    return render(fundings, io.columns);
  }
  const funding = financer(options.lecture);
  noter([funding], io);
  return rendu(funding, options, io);
}

/** How to finance the parcours of a dossier under a reading, with what makes some of them ineligible. */
function financeur(
  parcours: readonly ParcoursDocument<ParcoursBase>[],
  dossier: DossierMixte,
  { ineligible: motifs }: Report,
  { date }: FundingOptions,
): (lecture: NomLecture) => Funding {
  return (lecture) => computeFunding({ parcours, dossier, motifs, date, lecture });
}

function noteImparfaits(number: number, io: Io): void {
  if (number > 0) io.note(`${count(number, "parcours financé", "parcours financés")} malgré une erreur. « cpro validate » dit laquelle.`);
}

async function rendu(funding: Funding, { format, explain, by, paiements }: FundingOptions, { columns }: Io): Promise<string | Uint8Array> {
  if (format === "xlsx") {
    const { fundingXlsx } = await import("../../render/xlsx/funding/index.ts");
    return fundingXlsx(funding, computePaiements(funding), { isExplained: explain === true });
  }
  if (format === "table" && estSansRien(funding)) return "Aucun contrat à financer.\n";
  if (by !== undefined) return renderers.groupes[format](funding, by, columns);
  if (paiements) return renderers.paiements[format](computePaiements(funding), columns);
  return renderers[explain ? "explication" : "resultat"][format](funding, columns);
}

/** Whether a dossier holds only what nobody pays by the parcours, and that costs nothing by it. */
function estSansRien({ parcours, nonConclus, autres }: Funding): boolean {
  const isMontre = autres.some(({ isFinance, coutReel }) => isFinance || coutReel.cents !== 0);
  return parcours.length + nonConclus === 0 && autres.length > 0 && !isMontre;
}

/** Faulty files may be parcours: nothing then says that there is none. */
function isSeulementDesFiches({ parcours, faulty }: DossierMixte): boolean {
  return parcours.length === 0 && faulty.length === 0;
}

function previsions({ fiches }: DossierMixte, options: FundingOptions, io: Io): string {
  const render = renderers.previsions[textFormat(options, "la prévision d'une fiche")];
  const all = fiches.map(({ data }) => computePrevision(data, options.date, options.lecture));
  if (all.length === 0) throw new UserError("Aucune fiche projet utilisable dans ces chemins : rien à prévoir.");
  if (all.some(({ manquent }) => manquent.length > 0)) io.end("problems");
  return render(all, io.columns);
}

/** @throws UserError for a view that no workbook holds. */
function textFormat({ format }: FundingOptions, view: string): "table" | "json" | "csv" {
  if (format === "xlsx") throw new UserError(`Pour ${view}, il n'y a pas de classeur.`, "Choisissez --format table, json ou csv.");
  return format;
}

function noter(fundings: readonly Funding[], io: Io): void {
  const { remarks, problems } = fundingNotes(fundings);
  for (const text of [...remarks, ...problems]) io.note(text);
  if (problems.length > 0) io.end("problems");
}
