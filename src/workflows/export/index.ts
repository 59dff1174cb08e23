import { lignes, lireSemestre, projetsDe } from "../../dashboard/index.ts";
import { dispositifs, parDefaut } from "../../dispositif/modele.ts";
import { isConclu } from "../../dossier/faits.ts";
import { type Cles, computeLots, type ExportInput, lignesDeLot, ouvrirCles, type Source } from "../../export/index.ts";
import type { Io } from "../../io.ts";
import { count } from "../../words/french.ts";
import { noteDomaines, nothing, ouvrirComptables } from "../comptables.ts";
import { coutsParFichier } from "../couts.ts";
import type { ExportOptions } from "./options.ts";
import { checkFolder, writeLots } from "./write.ts";

/** From a dossier to its lots: the rows are those of the dashboard, so that it counts the same with either. */
export async function makeExport(paths: readonly string[], options: ExportOptions, io: Io): Promise<void> {
  const semestre = lireSemestre(options.semester);
  const { date, k, keyFile, output = `lots-${semestre.id}` } = options;
  checkFolder(output, options);
  const sources = await sourcesDe(paths, options, io);
  const { octets, signature, publique, creees } = ouvrirCles(keyFile, output);
  noteKeys({ keyFile, publique, creees }, io);
  const lots = computeLots({ ...sources, semestre, date, k, cle: octets });
  await writeLots(lots, { ...options, output, semestre, signature }, io);
}

async function sourcesDe(paths: readonly string[], options: ExportOptions, io: Io): Promise<Pick<ExportInput, "lignes" | "projets">> {
  const { dossier, ineligibles, ecartes } = await ouvrirComptables(paths, options, io);
  const { fiches, parcours } = dossier;
  if (fiches.length + parcours.length === 0) throw nothing(ecartes);
  const eligibles = parcours.filter(({ file }) => !ineligibles.has(file));
  const conclus = parcours.filter(({ data }) => isConclu(data));
  const couts = coutsParFichier(eligibles, options.date);
  const rows = lignesDeLot(lignes(dispositifs[parDefaut], { parcours: conclus, fiches, ineligibles, couts }));
  noteDomaines(dossier, io);
  const nonConclus = parcours.length - conclus.length;
  if (nonConclus > 0) io.note(`${count(nonConclus, "parcours", "parcours")} sans contrat conclu : rien à transmettre.`);
  return {
    lignes: conclus.flatMap(({ data: { identifiant, fiche } }, rang): Source[] => {
      const ligne = rows[rang];
      return ligne === undefined ? [] : [{ ...ligne, identifiant, fiche }];
    }),
    projets: projetsDe(fiches),
  };
}

function noteKeys({ keyFile, publique, creees }: Pick<Cles, "publique" | "creees"> & { keyFile: string }, io: Io): void {
  if (creees.includes(keyFile)) {
    io.note(
      `Clé des pseudonymes créée : ${keyFile}. Gardez-la et ne la transmettez à personne : sans elle, les prochains semestres ne pourront pas être rapprochés de celui-ci ; avec elle, les pseudonymes redeviennent des noms.`,
    );
  }
  const secrete = creees.find((un) => un !== keyFile && un !== publique);
  if (secrete !== undefined) {
    io.note(
      `Clé de signature créée : ${secrete}. Gardez-la comme l'autre, et transmettez une fois à la DGEFP sa clé publique, ${publique} : elle saura que vos lots sont de vous.`,
    );
  }
}
