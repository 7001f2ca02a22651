-- Packing what is filed costs more than writing it: lz4 packs nearly as small in a tenth of the time. The embedded
-- database does not know it and keeps its own way.
do $$
begin
  execute 'alter table filing.application alter receipt set compression lz4, alter answers set compression lz4';
exception when feature_not_supported then null;
end $$;

-- Units are never deleted (nobody may), so the check finds nothing; but it holds the row of the unit against every other
-- dossier that comes to the same office at the same moment.
alter table filing.application drop constraint application_receiver_id_fkey;
