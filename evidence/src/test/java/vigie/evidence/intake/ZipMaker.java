package vigie.evidence.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zip archives byte by byte, as a hostile hand may.
final class ZipMaker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Member> members = new ArrayList<>();
    private int stated = -1;

    /// A member whose two headers can disagree.
    static final class Member {
        byte[] localName = {};
        byte[] name = {};
        byte[] data = {};
        long plain;
        long localPlain;
        long crc;
        int method = 8;
        int flags;
        int localFlags;
        int madeBy = 3;
        int mode = 0x81A4;
        int header;
        byte[] extra = {};

        Member named(String text) {
            name = text.getBytes(StandardCharsets.UTF_8);
            localName = name;
            return this;
        }
    }

    static Member deflated(String name, byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[65536];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        Member member = stored(name, plain);
        member.method = 8;
        member.data = packed.toByteArray();
        return member;
    }

    static Member stored(String name, byte[] plain) {
        Member member = new Member().named(name);
        member.method = 0;
        member.data = plain;
        member.plain = plain.length;
        member.localPlain = plain.length;
        CRC32 crc = new CRC32();
        crc.update(plain);
        member.crc = crc.getValue();
        return member;
    }

    ZipMaker add(Member member) {
        member.header = out.size();
        ByteBuffer local = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        local.putInt(0x04034b50).putShort((short) 20).putShort((short) member.localFlags);
        local.putShort((short) member.method).putInt(0).putInt((int) member.crc);
        local.putInt(member.data.length).putInt((int) member.localPlain);
        local.putShort((short) member.localName.length).putShort((short) 0);
        out.writeBytes(local.array());
        out.writeBytes(member.localName);
        out.writeBytes(member.data);
        members.add(member);
        return this;
    }

    /// Lists a member of the directory that has no bytes of its own.
    ZipMaker list(Member member) {
        members.add(member);
        return this;
    }

    ZipMaker bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    int size() {
        return out.size();
    }

    ZipMaker stating(int count) {
        stated = count;
        return this;
    }

    byte[] make() {
        int start = out.size();
        for (Member member : members) {
            ByteBuffer record = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            record.putInt(0x02014b50).putShort((short) (member.madeBy << 8 | 20));
            record.putShort((short) 20).putShort((short) member.flags);
            record.putShort((short) member.method).putInt(0).putInt((int) member.crc);
            record.putInt(member.data.length).putInt((int) member.plain);
            record.putShort((short) member.name.length).putShort((short) member.extra.length);
            record.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            record.putInt(member.mode << 16).putInt(member.header);
            out.writeBytes(record.array());
            out.writeBytes(member.name);
            out.writeBytes(member.extra);
        }
        int length = out.size() - start;
        int count = stated < 0 ? members.size() : stated;
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(length).putInt(start).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }
}
