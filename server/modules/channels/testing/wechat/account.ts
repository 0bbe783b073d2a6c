import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { refuseWith } from './wechat-error.ts';

/** An article as it is sent, stored and given back. */
export interface Article {
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
  url: string;
  is_deleted: boolean;
}
export interface Publication {
  articleId: string;
  updatedAt: number;
  articles: Article[];
}
export interface Job {
  mediaId: string;
  articles: Article[];
  msgDataId: string;
  /** 0 published, 1 running, 2 not original, 3 failed, 4 refused by the platform, 5 deleted, 6 banned. */
  status: number;
  articleId: string;
  failed: number[];
}
export interface Token {
  value: string;
  madeAt: number;
  /** From when it is no longer the present one; it holds five minutes more. */
  replacedAt: number | null;
}
interface Stored {
  counts: Record<string, number>;
  tokens: Token[];
  refreshedAt: number;
  images: Record<string, { bytes: string; temporaryUntil: number | null }>;
  drafts: Record<string, { articles: Article[]; updatedAt: number }>;
  jobs: Record<string, Job>;
  publications: Record<string, Publication>;
}

/** Calls in a day of Beijing, as the platform's papers give them. */
const dailyLimits: Readonly<Record<string, number>> = {
  'cgi-bin/token': 2_000,
  'cgi-bin/stable_token': 500_000,
  'force-refresh': 20,
  'draft/add': 1_000,
  'draft/update': 1_000,
  'draft/get': 500,
  'draft/batchget': 1_000,
  'draft/count': 1_000,
  'draft/delete': 1_000,
  'freepublish/submit': 100,
  'freepublish/get': 100,
  'freepublish/getarticle': 100,
  'freepublish/batchget': 100,
  'freepublish/delete': 10,
};

/** An official account and all that it holds; with a file it survives a restart of the server. */
export class Account {
  readonly appId = `wx${randomBytes(8).toString('hex')}`;
  readonly secret = randomBytes(16).toString('hex');
  readonly #file: string | undefined;
  readonly now: () => number;
  stored: Stored = { counts: {}, tokens: [], refreshedAt: 0, images: {}, drafts: {}, jobs: {}, publications: {} };
  /** Addresses from which it may be called; null: from all. */
  allowedAddresses: readonly string[] | null = null;
  /** Calls for which it lost the right. */
  readonly forbidden = new Set<string>();

  constructor(now: () => number, kept?: { file: string; appId: string; secret: string }) {
    this.now = now;
    this.#file = kept?.file;
    if (kept) {
      this.appId = kept.appId;
      this.secret = kept.secret;
      this.#read(kept.file);
    }
  }
  #read(file: string): void {
    try {
      this.stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    } catch {
      this.save();
    }
  }
  save(): void {
    if (this.#file) writeFileSync(this.#file, JSON.stringify(this.stored));
  }

  newId = (bytes = 16): string => randomBytes(bytes).toString('base64url');

  /** The day by which the platform counts. */
  day = (at = this.now()): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  used = (call: string): number => this.stored.counts[`${this.day()} ${call}`] ?? 0;

  /** Counts a call, or refuses it when the day's are used. */
  spend(call: string, times = 1): void {
    const limit = dailyLimits[call];
    if (limit !== undefined && this.used(call) + times > limit) refuseWith(45009);
    this.stored.counts[`${this.day()} ${call}`] = this.used(call) + times;
  }
  quota(call: string): { daily_limit: number; used: number; remain: number } {
    const limit = dailyLimits[call] ?? 100_000;
    return { daily_limit: limit, used: this.used(call), remain: limit - this.used(call) };
  }
}
