package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.store.Activity;
import org.jspecify.annotations.Nullable;

/** A row of table {@code activity}. */
@Entity
@Table(name = "activity")
class ActivityRow {
    @Id
    long id;

    @Column(name = "issue_id")
    long issueId;

    long happened;
    short kind;

    @Nullable
    String actor;

    @Nullable
    String detail;

    Activity toActivity() {
        return new Activity(Micros.instant(happened), Activity.Kind.values()[kind], actor, detail);
    }
}
