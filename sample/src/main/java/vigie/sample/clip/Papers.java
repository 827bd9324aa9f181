package vigie.sample.clip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes small texts: notes, contact cards, the scan of an order.
public final class Papers {
    private Papers() {}

    /// A note with a table in it.
    public static byte[] note(int number) {
        var text = new StringBuilder("week;row;what\n");
        List<String> what = List.of("beans", "leeks", "onions", "train 7:40", "count", "soup");
        for (int i = 0; i < 6 + number % 30; i++) {
            text.append(i + 1)
                    .append(';')
                    .append((i * 7 + number) % 12)
                    .append(';')
                    .append(what.get((i + number) % what.size()))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A contact card (RFC 2426).
    public static byte[] card(String first, String last, String phone) {
        String card =
                "BEGIN:VCARD\nVERSION:3.0\nN:%s;%s;;;\nFN:%s\nTEL;TYPE=CELL:%s\nEND:VCARD\n"
                        .formatted(
                                last, first, (first + " " + last).strip(), phone.replace(" ", ""));
        return card.getBytes(StandardCharsets.UTF_8);
    }

    /// A page in PDF with these lines, each in ASCII without brackets.
    public static byte[] page(List<String> lines) {
        var content = new StringBuilder("BT /F1 12 Tf 72 760 Td 18 TL\n");
        lines.forEach(line -> content.append('(').append(line).append(") Tj T*\n"));
        content.append("ET");
        var objects =
                List.of(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                                + "/Resources<</Font<</F1 5 0 R>>>>>>",
                        "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream",
                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer\n<</Size ")
                .append(objects.size() + 1)
                .append("/Root 1 0 R>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
