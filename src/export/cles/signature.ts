import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** Who vouches for a manifest, and so for the lots whose hashes it holds. */
export interface Signature {
  algorithme: "Ed25519";
  /** In base64, as are keys in the middle of a PEM file (SPKI). */
  cle_publique: string;
  /** In base64. */
  valeur: string;
}

/** What is signed is what is read, whatever the spaces and the ends of lines of the file. */
function octetsDe(manifeste: object): Uint8Array {
  return Buffer.from(`cpro manifest\n${JSON.stringify({ ...manifeste, signature: undefined })}`);
}

export function signer<M extends object>(manifeste: M, cle: KeyObject): M & { signature: Signature } {
  const valeur = sign(null, octetsDe(manifeste), cle).toString("base64");
  return { ...manifeste, signature: { algorithme: "Ed25519", cle_publique: enBase64(createPublicKey(cle)), valeur } };
}

/** Whether a manifest is the one that the key it names has signed; who holds that key is for whoever has the public keys to say. */
export function estDeSaCle(manifeste: object, { cle_publique, valeur }: Signature): boolean {
  const cle = clePublique(cle_publique);
  return cle !== undefined && verify(null, octetsDe(manifeste), cle, Buffer.from(valeur, "base64"));
}

export function estSignature(lu: unknown): lu is Signature {
  if (typeof lu !== "object" || lu === null || !("algorithme" in lu && "cle_publique" in lu && "valeur" in lu)) return false;
  const { algorithme, cle_publique, valeur } = lu;
  return (
    algorithme === "Ed25519" && typeof valeur === "string" && typeof cle_publique === "string" && clePublique(cle_publique) !== undefined
  );
}

/** An Ed25519 key of its own PEM text; nothing of any other text. */
export function lireClePrivee(pem: string): KeyObject | undefined {
  return siEd25519(() => createPrivateKey(pem));
}

/** The public key of a PEM text, in base64; nothing of any other text, and a private key is not a public one. */
export function lireClePublique(pem: string): string | undefined {
  const cle = pem.includes("PRIVATE KEY") ? undefined : siEd25519(() => createPublicKey(pem));
  return cle && enBase64(cle);
}

function clePublique(base64: string): KeyObject | undefined {
  return siEd25519(() => createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" }));
}

function siEd25519(lire: () => KeyObject): KeyObject | undefined {
  try {
    const cle = lire();
    return cle.asymmetricKeyType === "ed25519" ? cle : undefined;
  } catch {
    return undefined;
  }
}

function enBase64(cle: KeyObject): string {
  return cle.export({ format: "der", type: "spki" }).toString("base64");
}
