import { list } from "../../words/french.ts";
import { raisonDeTaire } from "../../words/publiable.ts";
import { nearest } from "../../words/suggest.ts";
import { ENSEMBLE, NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { texteNormal } from "../definition/domaines.ts";
import { dimension } from "../definition/nomenclature.ts";
import { refusDeRetrait, refusDeReunion } from "./permis.ts";

/** What is wrong in a regroupement, and where: keys and ranks from its root. */
export interface FauteDeRegroupement {
  chemin: readonly (string | number)[];
  quoi: string;
  conseil: string;
}

const exemple = 'Écrivez-le ainsi : {"reunions": [{"dimension": "tranche_age", "codes": ["18-20", "21-25"]}]}.';
const dictionnaire = "« cpro dashboard --dictionary » liste les tableaux, leurs dimensions et leurs codes.";

/** The first fault of a regroupement read from a file; undefined when it can be followed. */
export function fauteDe(definition: Definition, lu: unknown): FauteDeRegroupement | undefined {
  if (!estObjet(lu)) return { chemin: [], quoi: "ce n'est pas un regroupement", conseil: exemple };
  const { reunions = [], sans = [], mesures, ...autres } = lu;
  const [autre] = Object.keys(autres).filter((cle) => cle !== "format");
  if (autre !== undefined)
    return { chemin: [autre], quoi: `« ${autre} » n'est pas de ce format`, conseil: "Gardez reunions, sans et mesures, et rien d'autre." };
  if (!Array.isArray(reunions)) return { chemin: ["reunions"], quoi: "reunions n'est pas une liste", conseil: exemple };
  if (!Array.isArray(sans)) return { chemin: ["sans"], quoi: "sans n'est pas une liste", conseil: exempleSans };
  const pris = new Map<string, number>();
  const tables = new Set<string>();
  const fautes = [
    ...reunions.map((une, rang) => fauteDeReunion(definition, une, { rang, pris })),
    ...sans.map((un, rang) => fauteDeRetrait(definition, un, { rang, tables })),
    fauteDesMesures(mesures),
  ];
  if (reunions.length + sans.length === 0 && mesures === undefined)
    return { chemin: [], quoi: "ce regroupement ne réunit rien", conseil: exemple };
  return fautes.find((une) => une !== undefined);
}

/** `pris` has the codes of the reunions before, by their dimension and code. */
function fauteDeReunion(
  definition: Definition,
  lue: unknown,
  { rang, pris }: { rang: number; pris: Map<string, number> },
): FauteDeRegroupement | undefined {
  const ids = dimensionsDe(definition);
  const faute = (suite: readonly (string | number)[], quoi: string, conseil: string): FauteDeRegroupement => ({
    chemin: ["reunions", rang, ...suite],
    quoi,
    conseil,
  });
  if (!estObjet(lue)) return faute([], "cette réunion ne dit ni dimension ni codes", exemple);
  const { dimension: id, codes, ...autres } = lue;
  const [autre] = Object.keys(autres);
  if (autre !== undefined) return faute([autre], `« ${autre} » n'est pas d'une réunion`, exemple);
  if (typeof id !== "string" || !ids.includes(id)) return faute(["dimension"], inconnue("dimension", id, ids), dictionnaire);
  if (!Array.isArray(codes) || codes.length < 2) return faute(["codes"], "une réunion est d'au moins deux codes", exemple);
  for (const [place, code] of codes.entries()) {
    const raison = refusDuCode(definition, { id, code }, pris.get(`${id} ${code}`), rang);
    if (raison !== undefined) return faute(["codes", place], raison, id === "domaine" ? exempleDomaine : dictionnaire);
    pris.set(`${id} ${code}`, rang);
  }
  const refus = refusDeReunion(definition, { dimension: id, codes });
  if (refus === undefined) return undefined;
  return faute(
    [],
    `ces catégories de « ${dimension(definition, id, []).libelle} » ne peuvent pas être réunies : ${refus}`,
    "Retirez cette réunion, ou réunissez d'autres codes.",
  );
}

function refusDuCode(
  definition: Definition,
  { id, code }: { id: string; code: unknown },
  deja: number | undefined,
  rang: number,
): string | undefined {
  if (typeof code !== "string") return `${JSON.stringify(code)} n'est pas un code entre guillemets`;
  if (deja !== undefined) return `« ${code} » est déjà dans ${deja === rang ? "cette réunion" : `la réunion n° ${deja + 1}`}`;
  if (id !== "domaine") {
    const connus = dimension(definition, id, []).categories.map((une) => une.code);
    // Any dimension may have it, when a lot leaves out what a dossier always says.
    return connus.includes(code) || code === NON_CONNU ? undefined : inconnue("code", code, connus);
  }
  const raison = raisonDeTaire(code);
  if (raison !== undefined) return `« ${code} » contient ${raison}`;
  return code === "" || code === ENSEMBLE || code !== texteNormal(code) ? `« ${code} » n'est pas écrit comme un domaine` : undefined;
}

function fauteDeRetrait(
  definition: Definition,
  lu: unknown,
  { rang, tables }: { rang: number; tables: Set<string> },
): FauteDeRegroupement | undefined {
  const { indicateurs } = definition;
  const faute = (suite: readonly string[], quoi: string, conseil: string): FauteDeRegroupement => ({
    chemin: ["sans", rang, ...suite],
    quoi,
    conseil,
  });
  if (!estObjet(lu)) return faute([], "ce retrait ne dit ni tableau ni dimension", exempleSans);
  const { table, dimension: id, ...autres } = lu;
  const [autre] = Object.keys(autres);
  if (autre !== undefined) return faute([autre], `« ${autre} » n'est pas d'un retrait`, exempleSans);
  const indicateur = indicateurs.find((un) => un.id === table);
  if (indicateur === undefined)
    return faute(
      ["table"],
      inconnue(
        "table",
        table,
        indicateurs.map((un) => un.id),
      ),
      dictionnaire,
    );
  const sienne = indicateur.dimensions.find((une) => une === id);
  if (sienne === undefined) return faute(["dimension"], inconnue("dimension", id, indicateur.dimensions), dictionnaire);
  if (tables.has(indicateur.id)) return faute(["table"], `le tableau ${indicateur.id} est déjà dans la liste`, "Gardez-en une dimension.");
  tables.add(indicateur.id);
  const refus = refusDeRetrait(definition, { table: indicateur.id, dimension: sienne });
  if (refus === undefined) return undefined;
  return faute([], `le tableau ${indicateur.id} ne peut pas se passer de « ${sienne} » : ${refus}`, "Retirez cette ligne.");
}

function fauteDesMesures(mesures: unknown): FauteDeRegroupement | undefined {
  if (mesures === undefined || ['["cumul"]', '["semestre","cumul"]'].includes(JSON.stringify(mesures))) return undefined;
  return {
    chemin: ["mesures"],
    quoi: "les mesures sont le cumul seul, ou le semestre et le cumul",
    conseil: 'Écrivez "mesures": ["cumul"].',
  };
}

const exempleSans = 'Écrivez-le ainsi : {"sans": [{"table": "B3", "dimension": "niveau_entree"}]}.';
const exempleDomaine = "Écrivez les domaines comme les tableaux les montrent, un espace entre deux mots.";

function inconnue(quoi: string, lu: unknown, connus: readonly string[]): string {
  const nom = typeof lu === "string" ? `« ${lu} »` : JSON.stringify(lu ?? null);
  const proche = typeof lu === "string" ? nearest(lu, connus) : undefined;
  const suite = proche !== undefined ? ` (peut-être « ${proche} »)` : connus.length < 10 ? ` parmi ${list(connus, "et")}` : "";
  return `${nom} n'est pas ${{ dimension: "une dimension connue", code: "un code connu", table: "un tableau connu" }[quoi]}${suite}`;
}

type Objet = Record<string, unknown>;
const estObjet = (lu: unknown): lu is Objet => typeof lu === "object" && lu !== null && !Array.isArray(lu);

/** Those that some table has. */
function dimensionsDe({ indicateurs }: Definition): string[] {
  return [...new Set(indicateurs.flatMap(({ dimensions }) => dimensions))];
}
