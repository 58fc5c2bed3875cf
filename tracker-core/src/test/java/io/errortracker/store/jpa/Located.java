package io.errortracker.store.jpa;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the store of a contract lies: what a contract leaves open, and what a database's own test class says by one word. */
interface Located {

    /** A new, empty database. */
    StoreLocation location();

    interface InMemory extends Located {
        @Override
        default StoreLocation location() {
            return new StoreLocation.Memory();
        }
    }

    interface InFile extends Located {
        @RegisterExtension
        OwnDirectory DIRECTORY = new OwnDirectory();

        @Override
        default StoreLocation location() {
            return new StoreLocation.File(DIRECTORY.file());
        }
    }

    interface InPostgres extends Located {
        @RegisterExtension
        OwnPostgres POSTGRES = new OwnPostgres();

        @Override
        default StoreLocation location() {
            return POSTGRES.database();
        }
    }
}
