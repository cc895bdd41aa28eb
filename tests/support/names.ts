/** The database that every test database is a copy of. */
export const TEMPLATE = "slantwise_template";
