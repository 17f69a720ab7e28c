/** Offsets are Unicode scalars of an article's raw text, half-open. `doc` is an article's name. */
export interface Span { doc: string; start: number; end: number }
export interface ArticleInput { id: string; text?: string; html?: string; title?: string; outlet?: string; published?: string; url?: string }
export interface SearchAnswer {
  hits: { doc: string; score: number; spans: [number, number][] }[];
  notices: string[];
  terms: { query: string; forms: string[] }[];
}
export interface Entity { id: string; type: string; name: string; aliases: string[]; wikidata: string | null; n_mentions: Record<string, number> }
export interface Quotation extends Span {
  text: string; kind: "direct" | "partial" | "scare" | "title" | "indirect"; speaker: string | null; cue_start: number | null; cue_end: number | null;
  group: string | null; relation: "full" | "cut" | "spliced" | "reworded" | "indirect" | null;
}
export interface DateFound extends Span {
  surface: string; type: string; value: string | null; anchor: string | null; earliest: string | null; latest: string | null; why: string | null;
}
export interface FigureFound extends Span {
  surface: string; value: number | null; value_max: number | null; unit: string | null; approx: boolean; at_least: boolean; at_most: boolean; group: string | null;
}
export interface Comparison {
  a: string; b: string; share_a: number; share_b: number; alignments: { kind: string; a: Span; b: Span; score: number }[];
  both: string[]; only_a: string[]; only_b: string[];
}
export interface Selection { entity: string | null; article: string | null; start: number | null; end: number | null }

/** What cannot be done rejects with an `Error` that has a `code`: refused, method, src, timeout, gone, crash, start. */
export interface RecoupeApi {
  /** Replaces the corpus. A file is any that could be dropped on the page. */
  load(articles: ArticleInput[]): Promise<{ articles: number }>;
  load(file: Blob, name?: string): Promise<{ articles: number }>;
  search(query: string, options?: { limit?: number }): Promise<SearchAnswer>;
  entities(): Promise<Entity[]>;
  quotes(): Promise<Quotation[]>;
  dates(): Promise<DateFound[]>;
  figures(): Promise<FigureFound[]>;
  compare(a: string, b: string): Promise<Comparison>;
  /** One of the forms in which a corpus is handed on. */
  export(format: ExportFormat): Promise<Blob>;
  /** Goes to an address of the page: `#/lire/003.txt?q=délai`. */
  restore(state: string): Promise<void>;
}
export type ExportFormat = "recoupe" | "exchange" | "annotations" | "tei" | "markdown";

/** Attributes: src, view, state, lang, theme, height, loading, bare, only, storage, open. */
export interface RecoupeExplorer extends HTMLElement, RecoupeApi {}

declare global {
  interface HTMLElementTagNameMap { "recoupe-explorer": RecoupeExplorer }
  interface Window { recoupe?: RecoupeApi }
  interface HTMLElementEventMap {
    "recoupe-ready": CustomEvent<Record<string, never>>;
    "recoupe-error": CustomEvent<{ code: string; message: string }>;
    "recoupe-statechange": CustomEvent<{ state: string }>;
    "recoupe-select": CustomEvent<Selection>;
    "recoupe-height": CustomEvent<{ height: number }>;
  }
}
