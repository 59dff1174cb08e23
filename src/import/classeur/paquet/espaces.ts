/** The namespaces of workbooks, each in the two spellings of the standard: transitional, then strict. */
export const FEUILLES = new Set([
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
]);

const [TRANSITOIRE, STRICT] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
export const LIENS = new Set([TRANSITOIRE, STRICT]);

export const LIENS_DU_PAQUET = new Set(["http://schemas.openxmlformats.org/package/2006/relationships"]);
export const TYPES_DU_PAQUET = new Set(["http://schemas.openxmlformats.org/package/2006/content-types"]);

/** What a relationship leads to (« worksheet »), when it is one of office documents. */
export function roleDe(type: string): string | undefined {
  const coupe = type.lastIndexOf("/");
  return LIENS.has(type.slice(0, coupe)) ? type.slice(coupe + 1) : undefined;
}

/** A boolean of XML; anything else is undefined. */
export function booleen(texte: string | undefined): boolean | undefined {
  const dit = texte?.trim();
  if (dit === "1" || dit === "true") return true;
  return dit === "0" || dit === "false" ? false : undefined;
}
