package io.errortracker.store.jpa;

import io.errortracker.store.ApiToken;
import io.errortracker.store.ApiTokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tokens of the web API in the table {@code api_token}. */
record JpaApiTokens(Access access) implements ApiTokenStore {
    private static final String ALL = "select t.id, t.name, t.sha256, t.ending, t.scopes, t.author, t.made, t.expires,"
            + " t.last_used from api_token t order by t.id desc";
    private static final String INSERT = """
            insert into api_token (id, name, sha256, ending, scopes, author, made, expires)
            values (:id, :name, :sha256, :ending, :scopes, :author, :made, nullif(cast(:expires as bigint), 0))""";

    @Override
    public List<ApiToken> tokens() {
        return access.readLasting(session -> new Sql(session)
                .list(Object[].class, ALL).stream().map(JpaApiTokens::token).toList());
    }

    @Override
    public Optional<ApiToken> add(ApiToken token) {
        return access.write((session, database) -> {
            Sql sql = new Sql(session);
            String name = Texts.column(token.name(), 100);
            boolean taken = sql.number("select count(*) from api_token where name = :name", "name", name) > 0;
            if (taken || new OtherQueries(session).count("api_token") >= MOST) {
                return Optional.empty();
            }
            long id = Sequences.take(session, "api_token", 1);
            insert(sql, id, name, token);
            return Optional.of(new ApiToken(
                    id,
                    name,
                    token.sha256(),
                    token.ending(),
                    token.scopes(),
                    token.author(),
                    token.made(),
                    token.expires(),
                    null));
        });
    }

    private static void insert(Sql sql, long id, String name, ApiToken token) {
        sql.run(
                INSERT,
                "id",
                id,
                "name",
                name,
                "sha256",
                token.sha256(),
                "ending",
                token.ending(),
                "scopes",
                String.join(" ", new TreeSet<>(token.scopes())),
                "author",
                Texts.column(token.author(), 200),
                "made",
                Micros.of(token.made()),
                "expires",
                token.expires() == null ? 0L : Micros.of(token.expires()));
    }

    @Override
    public boolean revoke(long id) {
        return access.write(
                (session, database) -> new Sql(session).run("delete from api_token where id = :id", "id", id) > 0);
    }

    @Override
    public void used(long id, Instant when) {
        access.writeLater((session, database) -> new Sql(session)
                .run("update api_token set last_used = :used where id = :id", "used", Micros.of(when), "id", id));
    }

    private static ApiToken token(Object[] row) {
        return new ApiToken(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Set.of(((String) row[4]).split(" ", -1)),
                (String) row[5],
                Micros.instant(((Number) row[6]).longValue()),
                instant(row[7]),
                instant(row[8]));
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Micros.instant(((Number) micros).longValue());
    }
}
