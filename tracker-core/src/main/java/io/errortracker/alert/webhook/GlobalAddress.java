package io.errortracker.alert.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public Internet from all others. */
final class GlobalAddress {
    /** What is not global unicast of IPv4, by IANA's registry of special purposes. */
    private static final List<Block> SPECIAL_V4 = List.of(
            Block.v4(0, 0, 0, 8),
            Block.v4(10, 0, 0, 8),
            Block.v4(100, 64, 0, 10),
            Block.v4(127, 0, 0, 8),
            Block.v4(169, 254, 0, 16),
            Block.v4(172, 16, 0, 12),
            Block.v4(192, 0, 0, 24),
            Block.v4(192, 0, 2, 24),
            Block.v4(192, 31, 196, 24),
            Block.v4(192, 52, 193, 24),
            Block.v4(192, 88, 99, 24),
            Block.v4(192, 168, 0, 16),
            Block.v4(192, 175, 48, 24),
            Block.v4(198, 18, 0, 15),
            Block.v4(198, 51, 100, 24),
            Block.v4(203, 0, 113, 24),
            Block.v4(224, 0, 0, 4),
            Block.v4(240, 0, 0, 4));

    /** All of IPv6 that is handed out to be used between networks. */
    private static final Block UNICAST_V6 = Block.v6(0x2000, 0, 3);

    /** What of that is not global: protocols, documentation, 6to4, which can name any address of IPv4. */
    private static final List<Block> SPECIAL_V6 = List.of(
            Block.v6(0x2001, 0, 23),
            Block.v6(0x2001, 0xdb8, 32),
            Block.v6(0x2002, 0, 16),
            Block.v6(0x2620, 0x4f, 32),
            Block.v6(0x3fff, 0, 20));

    private GlobalAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_V4.stream().noneMatch(block -> block.holds(bytes))
                : UNICAST_V6.holds(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** Addresses whose first bits are these. */
    private record Block(long first, int bits, int width) {
        static Block v4(int a, int b, int c, int bits) {
            return new Block(((long) a << 24) | ((long) b << 16) | ((long) c << 8), bits, 32);
        }

        /** By the first 32 bits. */
        static Block v6(int a, int b, int bits) {
            return new Block(((long) a << 16) | b, bits, 32);
        }

        boolean holds(byte... address) {
            long start = 0;
            for (int i = 0; i < 4; i++) {
                start = (start << 8) | (address[i] & 0xff);
            }
            int dropped = width - bits;
            return start >>> dropped == first >>> dropped;
        }
    }
}
