-- Whether a statement wrote all rows it was to write. One that others changed meanwhile is missing, and the transaction
-- collides: it fails at once, also when its COMMIT is under way already, and is run again.
create function must_be_all(written bigint, wanted bigint) returns void language plpgsql as $$ begin
  if written <> wanted then
    raise exception '% of % rows were changed meanwhile', wanted - written, wanted using errcode = 'serialization_failure';
  end if;
end $$;
