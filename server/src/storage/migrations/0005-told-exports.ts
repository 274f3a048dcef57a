/** What a browser tells of later may be told twice. */
export const toldExports = `
ALTER TABLE audit ADD COLUMN key TEXT;
CREATE UNIQUE INDEX audit_by_key ON audit (key) WHERE key IS NOT NULL;
`;
