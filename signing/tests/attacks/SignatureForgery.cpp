// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "attacks/AttackCase.h"
#include "attacks/RichDocument.h"
#include "attacks/SignedParts.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

/// The signature dictionary is replaced by another one in an update.
AttackCase forging(const std::string& name, const std::string& finding, const std::function<std::string(const SignedParts&)>& make) {
    return {"universal-forgery/" + name, finding, Integrity::broken, [make] {
                const Bytes document = signedRich();
                const SignedParts parts = partsOf(document);
                return appendObjects(document, {{parts.dictionary, make(parts)}});
            }};
}

/// The signature dictionary is altered where it stands.
AttackCase altering(const std::string& name, const std::string& finding, const std::string& from, const std::string& to) {
    return {"universal-forgery/" + name, finding, Integrity::broken, [=] { return replaceText(signedRich(), from, to); }};
}

AttackCase withRange(const std::string& name, const std::string& finding, const std::string& range) {
    return forging(name, finding,
                   [=](const SignedParts& parts) { return parts.head + "/ByteRange" + range + "/Contents" + parts.contents + ">>"; });
}

AttackCase withContents(const std::string& name, const std::string& finding, const std::string& contents) {
    return forging(name, finding, [=](const SignedParts& parts) { return parts.head + "/ByteRange" + parts.range + contents + ">>"; });
}

}  // namespace

std::vector<AttackCase> universalForgeries() {
    return {
        forging("no-byte-range", "byte-range-missing",
                [](const SignedParts& parts) { return parts.head + "/Contents" + parts.contents + ">>"; }),
        withRange("byte-range-null", "byte-range-missing", " null"),
        withRange("byte-range-number", "byte-range-missing", " 0"),
        withRange("byte-range-string", "byte-range-missing", "(0 1 2 3)"),
        withRange("byte-range-empty", "byte-range-shape", "[]"),
        withRange("byte-range-of-two", "byte-range-shape", "[0 10]"),
        withRange("byte-range-of-three", "byte-range-shape", "[0 10 20]"),
        withRange("byte-range-of-six", "byte-range-shape", "[0 10 20 30 50 60]"),
        withRange("byte-range-negative", "byte-range-shape", "[0 -1 2 3]"),
        withRange("byte-range-real", "byte-range-shape", "[0 1.5 2 3]"),
        withRange("byte-range-of-names", "byte-range-shape", "[/a/b/c/d]"),
        withRange("byte-range-of-nulls", "byte-range-shape", "[null null null null]"),
        withRange("byte-range-zero", "byte-range-gap", "[0 0 0 0]"),
        withRange("byte-range-not-from-the-start", "byte-range-start", "[1 2 3 4]"),
        withRange("byte-range-beyond-the-file", "byte-range-beyond-file", "[0 99999999 0 1]"),
        withRange("byte-range-overflow", "byte-range-beyond-file", "[0 10 9223372036854775807 9223372036854775807]"),
        withRange("byte-range-too-large-to-read", "byte-range-shape", "[0 10 99999999999999999999 1]"),
        withRange("byte-range-elsewhere", "byte-range-gap", "[0 10 20 30]"),
        withRange("byte-range-backwards", "byte-range-gap", "[0 1000 10 30]"),
        forging("no-contents", "contents-missing", [](const SignedParts& parts) { return parts.head + "/ByteRange" + parts.range + ">>"; }),
        withContents("contents-null", "contents-missing", "/Contents null"),
        withContents("contents-empty", "contents-missing", "/Contents<>"),
        withContents("contents-zero", "byte-range-gap", "/Contents<00>"),
        withContents("contents-literal", "contents-not-hexadecimal", "/Contents(abc)"),
        withContents("contents-name", "contents-missing", "/Contents/abc"),
        forging("empty-dictionary", "byte-range-missing", [](const SignedParts&) { return "<</Type/Sig>>"; }),
        forging("value-is-text", "signature-not-a-dictionary", [](const SignedParts&) { return "(text)"; }),
        forging("value-is-array", "signature-not-a-dictionary", [](const SignedParts&) { return "[1 2]"; }),
        altering("byte-range-renamed", "byte-range-missing", "/ByteRange", "/ByteRangX"),
        {"universal-forgery/contents-renamed", "contents-missing", Integrity::broken,
         [] {
             const Bytes document = signedRich();
             const std::string_view all = textOf(document);
             Bytes renamed = document;
             renamed[all.rfind("/Contents", partsOf(document).contentsStart) + 1] = 'K';
             return renamed;
         }},
        altering("sub-filter-renamed", "digest-mismatch", "/SubFilter", "/SubFiltez"),
        {"universal-forgery/contents-of-zeros", "cms-unreadable", Integrity::broken,
         [] {
             Bytes document = signedRich();
             const SignedParts parts = partsOf(document);
             std::fill(document.begin() + static_cast<std::ptrdiff_t>(parts.contentsStart + 1),
                       document.begin() + static_cast<std::ptrdiff_t>(parts.contentsEnd - 1), '0');
             return document;
         }},
        {"universal-forgery/signed-byte-altered", "digest-mismatch", Integrity::broken,
         [] { return replaceText(signedRich(), "(Pay 100)", "(Pay 900)"); }},
        {"universal-forgery/signature-of-another-document", "digest-mismatch", Integrity::broken,
         [] {
             Bytes document = signedRich();
             const Bytes other = signedRich({{kInformation, "<</Title(Another)>>"}});
             const SignedParts from = partsOf(other);
             const SignedParts to = partsOf(document);
             std::copy(from.contents.begin(), from.contents.end(), document.begin() + static_cast<std::ptrdiff_t>(to.contentsStart));
             return document;
         }},
    };
}

std::vector<AttackCase> signatureWrappings() {
    const auto attack = [](const std::string& name, const std::function<Bytes()>& make) {
        return AttackCase{"signature-wrapping/" + name, "byte-range-gap", Integrity::broken, make};
    };
    return {
        attack("cross-reference-in-the-gap", [] { return wrapSignature(signedPadded(), WrappedObjects::content); }),
        attack("catalogue-in-the-gap", [] { return wrapSignature(signedPadded(), WrappedObjects::catalog); }),
        attack("white-space-in-the-gap", [] { return fillGap(signedRich(), " \n "); }),
        attack("comment-in-the-gap", [] { return fillGap(signedRich(), "% hidden\n"); }),
        attack("object-in-the-gap", [] { return fillGap(signedRich(), "/X 4 0 R "); }),
        {"signature-wrapping/second-string-in-the-gap", "doubled-key", Integrity::broken,
         [] { return fillGap(signedRich(), "/Contents<00>"); }},
    };
}

}  // namespace congvu::signing::testing
