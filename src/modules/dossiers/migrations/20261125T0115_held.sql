-- Which contents of the file house are still referred to is asked for each that might go.
create index file_by_hash on dossiers.file (hash);
create index result_by_hash on dossiers.result (hash) where hash is not null;
