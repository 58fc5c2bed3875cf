package io.errortracker.store.jpa;

import io.errortracker.health.OneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Opens an H2 file; sets it aside and begins a new one when it is damaged. */
final class FileOpener implements Opener {
    private final Path path;
    private final String fileSystem;
    private final Notices notices;
    private final Clock clock;

    /** @param fileSystem H2's name of it with a colon */
    FileOpener(Path path, String fileSystem, Notices notices, Clock clock) {
        this.path = path;
        this.fileSystem = fileSystem;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String location() {
        return path.toAbsolutePath().normalize() + ".mv.db";
    }

    @Override
    public Database open(Suspicion suspicion) throws OpeningFailed, Elsewhere {
        StoreFile file;
        try {
            file = StoreFile.prepare(path);
        } catch (IOException refused) {
            throw new Elsewhere("the directory of " + location() + " cannot be made or read: " + refused);
        }
        FileClaim claim = FileClaim.on(file.data());
        if (claim == null) {
            throw new Elsewhere("another instance in this server has " + file.data() + " open");
        }
        boolean opened = false;
        try {
            Database database = open(file, claim, suspicion);
            opened = true;
            return database;
        } finally {
            if (!opened) {
                claim.close();
            }
        }
    }

    private Database open(StoreFile file, FileClaim claim, Suspicion suspicion) throws OpeningFailed, Elsewhere {
        String password = prepare(file);
        if (suspicion == Suspicion.LOST) {
            setAside(file, new OpeningFailed(Trouble.DAMAGED, new IOException("it could not be read again and again")));
        }
        try {
            return openOnce(file, claim, password, suspicion == Suspicion.DAMAGED);
        } catch (OpeningFailed failed) {
            if (failed.trouble() == Trouble.HELD) {
                throw new Elsewhere("another process has " + file.data() + " open");
            }
            if (failed.trouble() != Trouble.DAMAGED) {
                throw failed;
            }
            setAside(file, failed);
            return openOnce(file, claim, password, false);
        }
    }

    /** @return the password */
    private String prepare(StoreFile file) throws OpeningFailed, Elsewhere {
        try {
            tellSetAside(file, file.setAsideWhatIsNoFile(clock.instant()), "it is no file");
            if (file.isReadOnly()) {
                throw new Elsewhere(file.data() + " may not be written");
            }
            return file.password();
        } catch (IOException failed) {
            throw new OpeningFailed(H2Trouble.of(failed, file.base().getParent()), failed);
        }
    }

    private Database openOnce(StoreFile file, FileClaim claim, String password, boolean verify) throws OpeningFailed {
        Database database = Database.open(H2Engine.file(fileSystem, file, password), claim, verify);
        try {
            file.protect();
        } catch (IOException unprotected) {
            notices.tell("the permissions of " + file.data() + " could not be set: " + unprotected);
        }
        return database;
    }

    private void setAside(StoreFile file, OpeningFailed failed) throws OpeningFailed {
        try {
            tellSetAside(file, file.setAsideDamaged(clock.instant()), String.valueOf(failed.getCause()));
        } catch (IOException stays) {
            failed.addSuppressed(stays);
            throw failed;
        }
    }

    private void tellSetAside(StoreFile file, @Nullable Path aside, String why) {
        if (aside != null) {
            notices.tell("the store " + file.data() + " could not be read and was set aside as " + aside.getFileName()
                    + "; a new one was begun. Reason: " + OneLine.of(why, 200));
        }
    }
}
