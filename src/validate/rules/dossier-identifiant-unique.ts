import type { Dossier, FicheDocument, ParcoursDocument } from "../../dossier/load.ts";
import { doublons } from "../doublons.ts";
import { type Context, type DossierFinding, defineRule } from "../rule.ts";

export default defineRule({
  id: "dossier-identifiant-unique",
  document: "dossier",
  severity: "error",
  summary:
    "Deux fiches, ou deux parcours d'un même porteur, ne portent pas le même identifiant. Deux parcours simultanés d'une même personne (nom, date de naissance et sexe) donnent un avertissement.",
  references: ["cahier-des-charges-4-2"],
  *check(dossier, context) {
    yield* identiques(dossier.fiches, ({ data }) => data.identifiant);
    yield* identiques(dossier.parcours, ({ data }) => context.numeroter(data.fiche, data.identifiant));
    yield* memesPersonnes(dossier, context);
  },
});

function* identiques<D extends FicheDocument | ParcoursDocument>(
  documents: readonly D[],
  keyOf: (document: D) => string,
): Iterable<DossierFinding> {
  const premiers = new Map<string, D>();
  for (const document of documents) {
    const key = keyOf(document);
    const premier = premiers.get(key);
    if (premier === undefined) premiers.set(key, document);
    else {
      const quoi = document.kind === "fiche" ? "de la fiche" : "du parcours";
      yield {
        document,
        at: ["identifiant"],
        message: `L'identifiant « ${document.data.identifiant} » est déjà celui ${quoi} du fichier ${premier.file}.`,
        hint: "Donnez un autre identifiant à l'un des deux, ou retirez le fichier en double.",
      };
    }
  }
}

function* memesPersonnes({ parcours }: Dossier, context: Context): Iterable<DossierFinding> {
  for (const { document, autre } of doublons(parcours)) {
    const [le, lautre] = [document.data, autre.data];
    // The same identifiant is already told.
    if (context.numeroter(le.fiche, le.identifiant) === context.numeroter(lautre.fiche, lautre.identifiant)) continue;
    yield {
      document,
      at: ["beneficiaire", "nom"],
      severity: "warning",
      message: `Cette personne suit déjà le parcours ${lautre.identifiant} (${autre.file}) à la même période.`,
      hint: "Vérifiez qu'il ne s'agit pas du même parcours saisi deux fois.",
    };
  }
}
