import { Json } from "./json.ts";
import { Keys } from "./keys.ts";
import { Lines } from "./lines.ts";
import { Tape } from "./tape.ts";

/**
 * A text on its way from YAML to JSON. Each part alone changes what it holds. Who is given the whole writes each node once, in the order
 * of the text, into the JSON and onto the tape both: data and places are put together later by this order and by nothing else.
 */
export class Translation {
  readonly lines: Readonly<Lines> = new Lines();
  readonly json = new Json();
  readonly keys = new Keys();
  readonly tape = new Tape();

  /** Begins a text anew, whatever became of the one before: a text given up leaves lists, maps and nodes open. */
  begin(text: Uint8Array): void {
    this.lines.begin(text);
    this.json.begin(text.length);
    this.keys.begin();
    this.tape.begin();
  }

  /** Opens the node of a key of a map, as `keys` knows it; gives the mark that closes the node on the tape. */
  openKey(from: number, to: number, map: number): number {
    const { bytes } = this.lines;
    this.keys.add(bytes, from, to, map);
    this.json.putKey(bytes, from, to);
    return this.tape.open(from, to);
  }
}
