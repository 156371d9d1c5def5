export { fetchSender } from './setup/fetch-sender.ts';
export { designDocuments, type DesignDocument } from './design-documents.ts';
export { mangoDesign, mangoIndexes, type MangoIndex } from './mango-indexes.ts';
export { emissionsOf, type Emission, type ViewedDocument } from './emissions.ts';
export { viewNames, viewPath, viewsVersion, type ViewName } from './views.ts';
export { prepareDatabase, type Prepared } from './setup/prepare-database.ts';
export { prepareServer } from './setup/prepare-server.ts';
export { CouchError, type CouchRequest, type Send } from './setup/couch-request.ts';
