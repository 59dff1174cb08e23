import { lignes, lireSemestre, projetsDe } from "../../dashboard/index.ts";
import type { Modele } from "../../dispositif/catalogue.ts";
import { duDispositif } from "../../dispositif/noms.ts";
import { isConclu } from "../../dossier/faits.ts";
import { loadDossier } from "../../dossier/load.ts";
import { UserError } from "../../errors.ts";
import { type Cles, computeLots, type ExportInput, lignesDeLot, ouvrirCles, type Source } from "../../export/index.ts";
import type { Io } from "../../io.ts";
import { count } from "../../words/french.ts";
import { noteDomaines, nothing, ouvrirComptables } from "../comptables.ts";
import { coutsParFichier } from "../couts.ts";
import { modeleVoulu } from "../dashboard/dispositif.ts";
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
  const charge = await loadDossier(paths, io);
  const modele = exigerLots(await modeleVoulu(charge));
  const { dossier, ineligibles, ecartes } = await ouvrirComptables(charge, modele, options, io);
  const { fiches, parcours } = dossier;
  if (fiches.length + parcours.length === 0) throw nothing(ecartes);
  const eligibles = parcours.filter(({ file }) => !ineligibles.has(file));
  const conclus = parcours.filter(({ data }) => isConclu(data));
  const couts = coutsParFichier(eligibles, options.date);
  const rows = lignesDeLot(lignes(modele.dispositif, { parcours: conclus, fiches, ineligibles, couts }));
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

/** @throws UserError on a dispositif that sends no rows to anybody. */
function exigerLots(modele: Modele): Modele {
  const { dispositif } = modele;
  if (dispositif.bilan?.export !== undefined) return modele;
  throw new UserError(
    `Les lots que reçoit la DGEFP sont ceux d'un contrat : rien n'est à transmettre ${duDispositif(dispositif)}.`,
    "« cpro dashboard » en établit le tableau de bord.",
  );
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
