import { type EngineKind, pairsOf } from '../engine.ts';
import { loadPeer } from '../peers.ts';

interface Statement {
  readonly run: (...values: readonly unknown[]) => unknown;
  readonly all: (...values: readonly unknown[]) => readonly { readonly id: string }[];
  readonly get: () => { readonly bytes: number };
}

interface Database {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  readonly close: () => void;
}

/** SQLite FTS5 in memory: bigrams as words, any of them may match, ranked by its bm25. */
export const fts5: EngineKind = {
  name: 'SQLite FTS5, bigrams',
  mostPassages: 1_000_000,
  build: (passages) => {
    const Sqlite = loadPeer('better-sqlite3') as new (file: string) => Database;
    const database = new Sqlite(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, content='', contentless_unindexed=1)`,
    );
    const insert = database.prepare('INSERT INTO passages(rowid, id, text) VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for (const [number, { id, title, text }] of passages.entries()) {
      insert.run(number + 1, id, pairsOf(`${title}\n${text}`).join(' '));
    }
    database.exec('COMMIT');
    database.exec(`INSERT INTO passages(passages) VALUES ('optimize')`);
    const select = database.prepare('SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
    const size = database.prepare(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
    );
    return {
      search: (text, k) => {
        const terms = [...new Set(pairsOf(text))].map((pair) => `"${pair}"`);
        return terms.length === 0 ? [] : select.all(terms.join(' OR '), k).map(({ id }) => id);
      },
      bytes: () => size.get().bytes,
      close: () => database.close(),
    };
  },
};
