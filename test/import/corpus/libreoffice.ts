import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PROGRAMME = "/usr/bin/soffice";
export const soffice = existsSync(PROGRAMME);

/** A workbook opened by LibreOffice, saved in a format, opened again and saved as .xlsx. */
export function reenregistrer(octets: Uint8Array, format: string, base: string): Uint8Array {
  mkdirSync(base, { recursive: true });
  writeFileSync(join(base, "classeur.xlsx"), octets);
  convertir(base, join(base, "classeur.xlsx"), format, join(base, "premier"));
  convertir(base, join(base, "premier", `classeur.${format}`), "xlsx", join(base, "second"));
  return readFileSync(join(base, "second", "classeur.xlsx"));
}

function convertir(base: string, fichier: string, format: string, sortie: string): void {
  const profil = `-env:UserInstallation=${pathToFileURL(join(base, "profil")).href}`;
  execFileSync(PROGRAMME, [profil, "--headless", "--convert-to", format, "--outdir", sortie, fichier], {
    stdio: "ignore",
    timeout: 300_000,
  });
}
