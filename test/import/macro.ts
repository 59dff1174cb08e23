import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const soffice = "/usr/bin/soffice";

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Saisie"/>
</library:library>`;

/** Opens a workbook, types the lines of a file (sheet, cell, how, value), saves as a new workbook. */
const basic = `Sub Remplir(modele, saisie, sortie)
  Dim ouvert(0) As New com.sun.star.beans.PropertyValue
  ouvert(0).Name = "Hidden" : ouvert(0).Value = True
  doc = StarDesktop.loadComponentFromURL(modele, "_blank", 0, ouvert())
  texte = createUnoService("com.sun.star.io.TextInputStream")
  texte.setInputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileRead(saisie))
  texte.setEncoding("UTF-8")
  Do While Not texte.isEOF()
    ligne = texte.readLine()
    If ligne <> "" Then
      champs = Split(ligne, Chr(9))
      cellule = doc.Sheets.getByName(champs(0)).getCellRangeByName(champs(1))
      If champs(2) = "texte" Then
        cellule.setString(champs(3))
      ElseIf champs(2) = "nombre" Then
        cellule.setValue(Val(champs(3)))
      Else
        cellule.setFormula(champs(3))
      End If
    End If
  Loop
  Dim range(0) As New com.sun.star.beans.PropertyValue
  range(0).Name = "FilterName" : range(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(sortie, range())
  doc.close(True)
End Sub`;

export interface Frappe {
  feuille: string;
  cellule: string;
  valeur: string | number | { jour: string };
}

function ligneDe({ feuille, cellule, valeur }: Frappe): string {
  const [comment, quoi] = typeof valeur === "object" ? ["frappe", valeur.jour] : [typeof valeur === "number" ? "nombre" : "texte", valeur];
  return [feuille, cellule, comment, quoi].join("\t");
}

function lancer(profil: string, ...args: string[]): void {
  execFileSync(soffice, [`-env:UserInstallation=${pathToFileURL(profil).href}`, "--headless", "--norestore", ...args], {
    stdio: "ignore",
    timeout: 300_000,
  });
}

/** Fills a workbook in by LibreOffice, as a person would type; `profil` is a folder for its settings. */
export function taper(profil: string, modele: string, frappes: readonly Frappe[], sortie: string): void {
  const saisie = `${sortie}.tsv`;
  writeFileSync(saisie, frappes.map(ligneDe).join("\n"));
  // The profile is made by a first start; what stood there before it would be overwritten.
  lancer(profil, "--terminate_after_init");
  const standard = join(profil, "user/basic/Standard");
  const module = basic.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  writeFileSync(join(standard, "script.xlb"), library);
  writeFileSync(
    join(standard, "Saisie.xba"),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Saisie" script:language="StarBasic">${module}</script:module>`,
  );
  const [un, deux, trois] = [modele, saisie, sortie].map((chemin) => pathToFileURL(chemin).href);
  lancer(profil, `macro:///Standard.Saisie.Remplir("${un}","${deux}","${trois}")`);
}
