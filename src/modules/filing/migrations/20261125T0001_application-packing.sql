-- Packing what is filed costs more than writing it: lz4 packs nearly as small in a tenth of the time. The embedded
-- database does not know it and keeps its own way.
do $$
begin
  execute 'alter table filing.application alter receipt set compression lz4, alter answers set compression lz4';
exception when feature_not_supported then null;
end $$;
