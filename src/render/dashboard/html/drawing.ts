/** A drawing's content and its height, on a width of WIDTH. */
export interface Drawing {
  height: number;
  content: string;
}
