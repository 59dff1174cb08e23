import { doublesDe, estUneCopie, type Tenant, tenants } from "../../../dossier/doubles.ts";
import type { Dossier, FicheDocument, ParcoursDocument } from "../../../dossier/load.ts";
import { doublons } from "../../doublons.ts";
import { type Context, type DossierFinding, defineRule, type ParcoursCommun } from "../../rule.ts";

export default defineRule({
  id: "dossier-identifiant-unique",
  famille: "commun",
  scope: "dossier",
  severity: "error",
  summary:
    "Deux fiches, ou deux parcours d'un même porteur, ne portent pas le même identifiant : le fichier que l'identifiant nomme compte, ou celui dont le nom n'est pas celui d'une copie. Deux parcours simultanés d'une même personne (nom, date de naissance et sexe) donnent un avertissement.",
  references: ["cahier-des-charges-4-2"],
  *check(dossier, context) {
    const { fiches, parcours, faulty } = dossier;
    yield* identiques(fiches, tenants("fiche", faulty), ({ data }) => data.identifiant);
    yield* identiques(parcours, tenants("parcours", faulty), ({ data }) =>
      context.numeroter((data as ParcoursCommun).fiche, data.identifiant),
    );
    yield* memesPersonnes(dossier, context);
  },
});

/** Accuses, of the files with one identifiant, those that do not count. */
function* identiques<D extends FicheDocument | ParcoursDocument>(
  documents: readonly D[],
  autres: readonly Tenant[],
  keyOf: (document: Tenant) => string,
): Iterable<DossierFinding> {
  const enDouble = doublesDe<Tenant>([...documents, ...autres], keyOf);
  for (const document of documents) {
    const autre = enDouble.get(document);
    if (autre !== undefined) yield { document, at: ["identifiant"], ...accusation(document, autre) };
  }
}

function accusation(document: FicheDocument | ParcoursDocument, { file }: Tenant): Pick<DossierFinding, "message" | "hint"> {
  const quoi = document.kind === "fiche" ? "de la fiche" : "du parcours";
  const dit = `L'identifiant « ${document.data.identifiant} » est déjà celui ${quoi} du fichier ${file}`;
  return estUneCopie(document)
    ? {
        message: `${dit}, dont ce fichier est une copie à en croire son nom.`,
        hint: "Gardez dans l'autre fichier ce qui est juste, puis retirez celui-ci du dossier.",
      }
    : { message: `${dit}.`, hint: "Donnez un autre identifiant à l'un des deux, ou retirez le fichier en double." };
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
