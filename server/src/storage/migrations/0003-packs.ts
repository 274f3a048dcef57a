/** The method pack of a workshop; those made before had no choice. */
export const packs = `
ALTER TABLE workshop ADD COLUMN pack TEXT NOT NULL DEFAULT 'home-care';
`;
