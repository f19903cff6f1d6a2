// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace congvu::incoming::testing {

/// A line of plain letters on a page; `down` points from the top of an A4 page.
struct PdfLine {
    std::string text;
    double x = 85;
    double down = 100;
};

/// Objects from number 1 on, the first of them the catalogue, with their cross-reference table.
inline std::string pdfOf(const std::vector<std::string>& objects) {
    std::string pdf = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(pdf.size());
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto table = pdf.size();
    pdf += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto offset : offsets) {
        char entry[21];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", offset);
        pdf += entry;
    }
    return pdf + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) +
           "\n%%EOF\n";
}

/// The smallest PDF that shows some lines in Helvetica: real enough for pdftotext, made without any library.
inline std::string pdfWith(const std::vector<PdfLine>& lines) {
    constexpr double kHeight = 842;
    std::string content = "BT /F1 13 Tf\n";
    for (const auto& line : lines) {
        content += "1 0 0 1 " + std::to_string(line.x) + ' ' + std::to_string(kHeight - line.down) + " Tm (" + line.text + ") Tj\n";
    }
    content += "ET";
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                  "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                  "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream"});
}

/// A letter with number, date, issuer and subject in plain letters.
inline std::string letterPdf(const std::string& symbol, const std::string& subject = "V/v bao cao cong tac van thu") {
    return pdfWith({{"SO NOI VU", 110, 76},
                    {"So: " + symbol, 105, 100},
                    {subject, 85, 118},
                    {"Vi Du, ngay 27 thang 02 nam 2026", 330, 100},
                    {"De nghi cac don vi gui bao cao truoc ngay 20/3/2026.", 85, 260}});
}

}  // namespace congvu::incoming::testing
