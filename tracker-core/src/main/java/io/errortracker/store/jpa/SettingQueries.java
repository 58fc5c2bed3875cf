package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import java.util.List;
import java.util.Optional;

/** What people set on the pages. */
final class SettingQueries {
    private static final int MAX_CONTENT = 4_000;

    private final StatelessSession session;

    SettingQueries(StatelessSession session) {
        this.session = session;
    }

    Optional<String> find(String name) {
        List<String> found = session.createNativeQuery(
                        "select content from kept_setting where name = :name", String.class)
                .setParameter("name", name)
                .getResultList();
        return found.stream().findFirst();
    }

    String keepFirst(String name, String content) {
        Optional<String> known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        keep(name, content);
        return content;
    }

    void keep(String name, String content) {
        int changed = run("update kept_setting set content = :content where name = :name", name, content);
        if (changed == 0) {
            run("insert into kept_setting (name, content) values (:name, :content)", name, content);
        }
    }

    private int run(String sql, String name, String content) {
        return session.createNativeMutationQuery(sql)
                .setParameter("name", name)
                .setParameter("content", Texts.column(content, MAX_CONTENT))
                .executeUpdate();
    }
}
