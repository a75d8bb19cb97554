-- Journals and entries are written once and never changed.
CREATE FUNCTION kettle_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: write a correcting journal instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_journals_append_only BEFORE UPDATE OR DELETE ON ledger_journals
  FOR EACH ROW EXECUTE FUNCTION kettle_append_only();--> statement-breakpoint
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION kettle_append_only();--> statement-breakpoint
CREATE TRIGGER ledger_journals_no_truncate BEFORE TRUNCATE ON ledger_journals
  FOR EACH STATEMENT EXECUTE FUNCTION kettle_append_only();--> statement-breakpoint
CREATE TRIGGER ledger_entries_no_truncate BEFORE TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION kettle_append_only();--> statement-breakpoint

-- A wallet's balance is the sum of its entries: only an entry moves it. The check on the table keeps it from going below zero.
CREATE FUNCTION kettle_move_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE account ledger_accounts;
BEGIN
  SELECT * INTO STRICT account FROM ledger_accounts WHERE id = NEW.account_id;
  IF account.currency <> NEW.currency THEN
    RAISE EXCEPTION 'entry in % on an account in %', NEW.currency, account.currency USING ERRCODE = 'check_violation';
  END IF;
  IF account.kind = 'wallet' THEN
    UPDATE ledger_accounts SET balance = balance + NEW.amount WHERE id = NEW.account_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_entries_move_balance AFTER INSERT ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION kettle_move_balance();--> statement-breakpoint
CREATE FUNCTION kettle_balance_by_entries_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a balance moves by ledger entries only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_accounts_balance_by_entries_only BEFORE UPDATE OF balance ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION kettle_balance_by_entries_only();--> statement-breakpoint

-- At commit each journal that was written to sums to zero in every currency.
CREATE FUNCTION kettle_journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM ledger_entries WHERE journal_id = NEW.journal_id GROUP BY currency HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'journal % does not sum to zero', NEW.journal_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_journal_balances AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kettle_journal_balances();
