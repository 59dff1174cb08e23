import { attribut, uneCellule } from "./cellule.ts";
import type { Hasard } from "./hasard.ts";
import type { Attendu, Mutation } from "./mutant.ts";
import { denote, note, textesPartages } from "./oracle.ts";

const PARTIE = "xl/sharedStrings.xml";
const MOT = "TexteMisParLeTemoin";

type Change = (texte: string, hasard: Hasard) => readonly [si: string, attendu: Attendu | { dit: string }] | undefined;

/** Changes a shared text that a cell refers to; what it then says is that of a plain text put in its place. */
function surTexte(change: Change, garde: (texte: string) => boolean = () => true): Mutation {
  return (parties, hasard) => {
    const cellule = uneCellule(parties, hasard, ({ attributs }) => attribut(attributs, "t") === "s");
    const rang = Number(/<v>(\d+)<\/v>/.exec(cellule?.dedans ?? "")?.[1] ?? -1);
    const texte = /^<t(?: [^>]*)?>(.*)<\/t>$/s.exec(textesPartages(parties)[rang] ?? "")?.[1];
    if (texte === undefined || !garde(texte)) return undefined;
    const [si, attendu] = change(texte, hasard) ?? [];
    if (si === undefined || attendu === undefined) return undefined;
    const avec = (autre: string) => ({ ...parties, [PARTIE]: auRang(parties[PARTIE] ?? "", rang, autre) });
    if (typeof attendu === "string" || "temoin" in attendu) return { octets: avec(si), attendu };
    if (attendu.dit === "") return { octets: avec(si), attendu: { temoin: avec("<si><t> </t></si>") } };
    return { octets: avec(si), attendu: { temoin: avec(`<si><t>${MOT}</t></si>`), mis: [MOT, attendu.dit] } };
  };
}

function auRang(xml: string, rang: number, par: string): string {
  let compte = -1;
  return xml.replaceAll(/<si>.*?<\/si>|<si\/>/gs, (si) => {
    compte += 1;
    return compte === rang ? par : si;
  });
}

/** Texts that people write, not those of a list of codes or of a heading. */
const isLibre = (texte: string): boolean => texte.length > 30 && texte.includes(" ") && !/[:&]| – /.test(texte);
const t = (xml: string): string => `<si><t xml:space="preserve">${xml}</t></si>`;
const code = (signe: string): string => `_x${signe.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
/** Codes of one sign, after a text, and what they stand for. */
const CODES: readonly (readonly [string, string | undefined])[] = [
  ["_x0041_", "A"],
  ["_x00e9_", "é"],
  ["_x005F_x0041_", "_x0041_"],
  ["_x005f_x005F_x005F_x0041_", "_x005F_x0041_"],
  ["_x0041", "_x0041"],
  ["_x00G1_", "_x00G1_"],
  ["_X0041_ et _x0042_", "_X0041_ et B"],
  ["a_x000D__x000A_b", "a\nb"],
  ["a_x0009_b", "a\tb"],
  ["_xD83D__xDE00_", "😀"],
  ["_xD83D_", undefined],
  ["_x0000_", undefined],
  ["_x001B_[1m", undefined],
];

export const textes: Record<string, Mutation> = {
  "un texte en morceaux": surTexte((texte, hasard) => {
    const la = /[&;]/.test(texte) ? 0 : hasard.entier(texte.length);
    const [un, deux] = [texte.slice(0, la), texte.slice(la)];
    return [
      `<si><r><t xml:space="preserve">${un}</t></r><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">${deux}</t></r></si>`,
      "memes",
    ];
  }),
  "une prononciation": surTexte((texte, hasard) => {
    const rPh = '<rPh sb="0" eb="1"><t>XX</t></rPh>';
    return [
      hasard.choix([`<si><t>${texte}</t>${rPh}<phoneticPr fontId="1"/></si>`, `<si><r><t>${texte}</t></r>${rPh}${rPh}</si>`]),
      "memes",
    ];
  }),
  "une lettre par son code": surTexte(
    (texte, hasard) => {
      const la = hasard.entier(texte.length);
      return [t(texte.slice(0, la) + code(texte[la] ?? "") + texte.slice(la + 1)), "memes"];
    },
    (texte) => !/[&;_]/.test(texte),
  ),
  "un code de signe": surTexte((texte, hasard) => {
    const [ecrit, dit] = hasard.choix(CODES);
    return [t(`${texte} ${ecrit}`), dit === undefined ? "refus" : { dit: `${texte} ${dit}` }];
  }, isLibre),
  "un code coupé en deux morceaux": surTexte(
    (texte) => [`<si><r><t>${texte}_x00</t></r><r><t>41_</t></r></si>`, { dit: `${texte}_x0041_` }],
    isLibre,
  ),
  "des blancs autour d'un texte": surTexte((texte, hasard) => [
    t(hasard.choix([` ${texte} `, `\n${texte}`, `${texte}\t`, `\u00a0${texte}`])),
    "memes",
  ]),
  "des blancs dans un texte": surTexte((texte) => [t(texte.replace(" ", "  ")), { dit: denote(texte).replace(" ", "  ") }], isLibre),
  "un texte en CDATA": surTexte(
    (texte) => [t(`<![CDATA[${texte}]]>`), "memes"],
    (texte) => !texte.includes("&"),
  ),
  "un commentaire dans un texte": surTexte((texte, hasard) => [t(`${hasard.choix(["<!-- x -->", "<?x y?>"])}${texte}<!-- y -->`), "memes"]),
  "du balisage dit par CDATA": surTexte((texte) => [t(`${texte}<![CDATA[<b>&amp;</b>]]>`), { dit: `${texte}<b>&amp;</b>` }], isLibre),
  "des entités": surTexte((texte, hasard) => {
    const dit = hasard.choix(["&", "<", ">", '"', "'", "é", "\u2019", "😀"]);
    const ecrit = hasard.choix([note(dit) === dit ? `&#${dit.codePointAt(0)};` : note(dit), `&#x${dit.codePointAt(0)?.toString(16)};`]);
    return [t(`${texte} ${ecrit} fin`), { dit: `${texte} ${dit} fin` }];
  }, isLibre),
  "une entité interdite": surTexte((texte, hasard) => [
    t(texte + hasard.choix(["&#0;", "&#x1;", "&#xD800;", "&rien;", "&", "&#xFFFF;", "&#x110000;"])),
    "refus",
  ]),
  "un texte vide": surTexte(
    (_, hasard) => [hasard.choix(["<si/>", "<si><t/></si>", "<si><t></t></si>", "<si><r><t/></r></si>"]), { dit: "" }],
    isLibre,
  ),
  "deux textes en un": surTexte((texte) => [`<si><t>${texte}</t><t>autre chose</t></si>`, "memes ou refus"]),
  "un texte au nom inconnu": surTexte((texte) => [`<si><T>${texte}</T></si>`, "memes ou refus"]),
  "un texte hors de ses balises": surTexte((texte) => [`<si>x<t>${texte}</t>y</si>`, "memes ou refus"]),
  "une extension dans un texte": surTexte((texte) => [`<si><t>${texte}</t><z:r xmlns:z="urn:z"><t>x</t></z:r></si>`, "memes"]),
  "un texte entre deux versions": surTexte((texte) => [
    `<si xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:z="urn:z"><mc:AlternateContent><mc:Choice Requires="z"><t>x</t></mc:Choice><mc:Fallback><t>${texte}</t></mc:Fallback></mc:AlternateContent></si>`,
    "memes ou refus",
  ]),
  "des comptes faux": (parties, hasard) => ({
    octets: {
      ...parties,
      [PARTIE]: (parties[PARTIE] ?? "").replace(
        / count="\d+" uniqueCount="\d+"/,
        hasard.choix(["", ' count="1" uniqueCount="1"', ' count="x"']),
      ),
    },
    attendu: "memes",
  }),
  "un texte de plus en tête": (parties) => ({
    octets: { ...parties, [PARTIE]: (parties[PARTIE] ?? "").replace(/<si>/, "<z:si xmlns:z='urn:z'><t>x</t></z:si><si>") },
    attendu: "memes",
  }),
};
