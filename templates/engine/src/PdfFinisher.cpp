// SPDX-License-Identifier: Apache-2.0
#include "PdfFinisher.h"

#include <fmt/format.h>
#include <podofo/podofo.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>

namespace congvu::templates {

namespace {

using namespace PoDoFo;

constexpr const char* kRegularFont = "TiRo";
constexpr const char* kItalicFont = "TiIt";
// ISO 32000-1: table 165 (annotation flag Print), 221 (field flag ReadOnly), 219 (SigFlags:
// SignaturesExist and AppendOnly, so that no signer has to change the form dictionary).
constexpr pdf_int64 kPrint = 4;
constexpr pdf_int64 kReadOnly = 1;
constexpr pdf_int64 kSignatureFlags = 3;

PdfString textString(const std::string& text) {
    return PdfString(reinterpret_cast<const pdf_utf8*>(text.c_str()));
}

std::string pdfDate(std::chrono::sys_seconds moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

/// One file being finished.
class PdfFinisher {
public:
    explicit PdfFinisher(const std::string& drawn) {
        document_.LoadFromBuffer(drawn.data(), static_cast<long>(drawn.size()));
        // Faces lie on pages of their own behind the real ones.
        pages_ = document_.GetPageCount();
    }

    void setInformation(const DocumentInformation& information) {
        PdfInfo* info = document_.GetInfo();
        info->SetTitle(textString(information.title));
        info->SetAuthor(textString(information.author));
        info->SetSubject(textString(information.subject));
        info->SetCreator(textString("Congvu"));
        info->SetProducer(textString("Congvu (Cairo, PoDoFo)"));
        info->GetObject()->GetDictionary().AddKey("CreationDate", PdfString(pdfDate(information.createdAt)));
        info->GetObject()->GetDictionary().AddKey("ModDate", PdfString(pdfDate(information.createdAt)));
        // PdfDocument::SetLanguage of PoDoFo 0.9.8 leaks its string.
        catalog().AddKey("Lang", PdfString("vi-VN"));
        PdfDictionary preferences;
        preferences.AddKey("DisplayDocTitle", PdfVariant(true));
        catalog().AddKey("ViewerPreferences", preferences);
        PdfDictionary marks;
        marks.AddKey("Marked", PdfVariant(true));
        catalog().AddKey("MarkInfo", marks);
        document_.SetPdfVersion(ePdfVersion_1_7);
    }

    void addFields(const std::vector<FieldToAdd>& fields) {
        if (fields.empty()) {
            return;
        }
        PdfArray references;
        for (const FieldToAdd& field : fields) {
            references.push_back(addField(field, fields));
        }
        removeFacePages(fields);
        PdfObject* form = document_.GetObjects().CreateObject();
        form->GetDictionary().AddKey("Fields", references);
        form->GetDictionary().AddKey("SigFlags", PdfVariant(kSignatureFlags));
        form->GetDictionary().AddKey("DA", PdfString(defaultAppearance(13, false)));
        form->GetDictionary().AddKey("DR", fieldResources());
        catalog().AddKey("AcroForm", form->Reference());
    }

    std::string write() {
        PdfRefCountedBuffer buffer;
        PdfOutputDevice device(&buffer);
        document_.Write(&device);
        return {buffer.GetBuffer(), buffer.GetSize()};
    }

private:
    PdfDictionary& catalog() { return document_.GetCatalog()->GetDictionary(); }

    static std::string defaultAppearance(double size, bool italic) {
        return fmt::format("/{} {:g} Tf 0 g", italic ? kItalicFont : kRegularFont, size);
    }

    PdfReference addField(const FieldToAdd& toAdd, const std::vector<FieldToAdd>& all) {
        const ReservedField& field = toAdd.field;
        const Anchor& anchor = field.anchor;
        PdfObject* page = document_.GetPage(anchor.page - 1)->GetObject();
        PdfObject* widget = document_.GetObjects().CreateObject("Annot");
        PdfDictionary& entries = widget->GetDictionary();
        PdfVariant rectangle;
        PdfRect(anchor.x, anchor.y, anchor.width, anchor.height).ToVariant(rectangle);
        entries.AddKey(PdfName::KeySubtype, PdfName("Widget"));
        entries.AddKey("Rect", rectangle);
        entries.AddKey("P", page->Reference());
        entries.AddKey("F", PdfVariant(kPrint));
        entries.AddKey("T", PdfString(anchor.name));
        entries.AddKey("TU", textString(label(field)));
        if (field.kind == ReservedKind::issueText) {
            addTextEntries(entries, toAdd);
        } else {
            entries.AddKey("FT", PdfName("Sig"));
        }
        if (field.kind == ReservedKind::seal) {
            entries.AddKey("Lock", lockOf(all));
        }
        addToPage(page->GetDictionary(), widget->Reference());
        return widget->Reference();
    }

    static std::string label(const ReservedField& field) {
        switch (field.kind) {
            case ReservedKind::signature:
                return field.anchor.name == kSecondSignatureField ? "Chữ ký của người ký thứ hai" : "Chữ ký của người có thẩm quyền";
            case ReservedKind::seal:
                return "Chữ ký số của cơ quan";
            case ReservedKind::issueText:
                break;
        }
        return field.italic ? "Địa danh và thời gian ban hành" : "Số của văn bản";
    }

    void addTextEntries(PdfDictionary& entries, const FieldToAdd& toAdd) {
        const ReservedField& field = toAdd.field;
        entries.AddKey("FT", PdfName("Tx"));
        entries.AddKey("Ff", PdfVariant(kReadOnly));
        entries.AddKey("DA", PdfString(defaultAppearance(field.fontSize, field.italic)));
        entries.AddKey("Q", PdfVariant(static_cast<pdf_int64>(field.alignment)));
        PdfDictionary appearance;
        appearance.AddKey("N", face(toAdd));
        entries.AddKey("AP", appearance);
    }

    /// The form XObject that the empty field shows.
    PdfReference face(const FieldToAdd& toAdd) {
        PdfObject* stream = nullptr;
        PdfVariant resources{PdfDictionary()};
        if (toAdd.facePage >= 0) {
            PdfDictionary& page = document_.GetPage(toAdd.facePage)->GetObject()->GetDictionary();
            stream = document_.GetObjects().GetObject(page.GetKey("Contents")->GetReference());
            resources = *page.GetKey("Resources");
        } else {
            stream = document_.GetObjects().CreateObject();
            stream->GetStream()->Set("", 0);
        }
        PdfVariant box;
        PdfRect(0, 0, toAdd.field.anchor.width, toAdd.field.anchor.height).ToVariant(box);
        PdfDictionary& entries = stream->GetDictionary();
        entries.AddKey(PdfName::KeyType, PdfName("XObject"));
        entries.AddKey(PdfName::KeySubtype, PdfName("Form"));
        entries.AddKey("BBox", box);
        entries.AddKey("Resources", PdfObject(resources));
        return stream->Reference();
    }

    /// Number and date are final once the agency's seal is set (ISO 32000-1, 12.7.4.5).
    static PdfDictionary lockOf(const std::vector<FieldToAdd>& all) {
        PdfArray names;
        for (const FieldToAdd& other : all) {
            if (other.field.kind == ReservedKind::issueText) {
                names.push_back(PdfString(other.field.anchor.name));
            }
        }
        PdfDictionary lock;
        lock.AddKey(PdfName::KeyType, PdfName("SigFieldLock"));
        lock.AddKey("Action", PdfName("Include"));
        lock.AddKey("Fields", names);
        return lock;
    }

    static void addToPage(PdfDictionary& page, const PdfReference& widget) {
        PdfArray annotations;
        if (page.HasKey("Annots")) {
            annotations = page.GetKey("Annots")->GetArray();
        }
        annotations.push_back(widget);
        page.AddKey("Annots", annotations);
    }

    void removeFacePages(const std::vector<FieldToAdd>& fields) {
        int first = pages_;
        for (const FieldToAdd& field : fields) {
            first = field.facePage >= 0 ? std::min(first, field.facePage) : first;
        }
        std::vector<PdfReference> unused;
        for (int page = first; page < pages_; ++page) {
            unused.push_back(document_.GetPage(page)->GetObject()->Reference());
        }
        for (int page = pages_ - 1; page >= first; --page) {
            document_.GetPagesTree()->DeletePage(page);
        }
        for (const PdfReference& reference : unused) {
            delete document_.GetObjects().RemoveObject(reference);
        }
    }

    /// The fonts that /DA names. They are the standard ones; who fills a field brings the embedded
    /// font with the new appearance.
    static PdfDictionary fieldResources() {
        const auto font = [](const char* baseFont) {
            PdfDictionary entries;
            entries.AddKey(PdfName::KeyType, PdfName("Font"));
            entries.AddKey(PdfName::KeySubtype, PdfName("Type1"));
            entries.AddKey("BaseFont", PdfName(baseFont));
            entries.AddKey("Encoding", PdfName("WinAnsiEncoding"));
            return entries;
        };
        PdfDictionary fonts;
        fonts.AddKey(kRegularFont, font("Times-Roman"));
        fonts.AddKey(kItalicFont, font("Times-Italic"));
        PdfDictionary resources;
        resources.AddKey("Font", fonts);
        return resources;
    }

    PdfMemDocument document_;
    int pages_ = 0;
};

void silencePodofo() {
    static std::once_flag once;
    std::call_once(once, [] {
        PdfError::EnableDebug(false);
        PdfError::EnableLogging(false);
    });
}

}  // namespace

std::string finishPdf(const std::string& drawn, const DocumentInformation& information, const std::vector<FieldToAdd>& fields) {
    silencePodofo();
    try {
        PdfFinisher finisher(drawn);
        finisher.setInformation(information);
        finisher.addFields(fields);
        return finisher.write();
    } catch (const PdfError& error) {
        throw std::runtime_error(std::string("The document could not be finished: ") + PdfError::ErrorName(error.GetError()));
    }
}

}  // namespace congvu::templates
